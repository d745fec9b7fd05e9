import AwsS3 from "@uppy/aws-s3";
import Uppy from "@uppy/core";
import Dashboard from "@uppy/dashboard";
import "@uppy/core/css/style.css";
import "@uppy/dashboard/css/style.css";
import "../style.css";
import { call, finish, restrictions, server } from "../slipway.js";

// this version sends no headers of ours: the address says who uploads what
const { endpoint } = await call("/uppy/token", { profile: "default", max_files: 100 });

const uppy = new Uppy({ restrictions: await restrictions() })
    .use(Dashboard, { target: "#uppy", inline: true, theme: "auto", width: "100%" })
    // it names the server's own address, which a page behind Vite's proxy may not call
    .use(AwsS3, { companionEndpoint: server + new URL(endpoint).pathname, shouldUseMultipart: ({ size }) => size > 5 << 20 })
    // the size is signed into the form
    .on("file-added", ({ id, size }) => uppy.setFileMeta(id, { size }));
uppy.addPostProcessor(finish(uppy));
