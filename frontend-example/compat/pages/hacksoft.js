// The flow of HackSoft's article on direct uploads, as its page makes it: the same three calls with their
// slashes, and the same rule about `fields`.
import axios from "/axios/axios.js";

const backend = new URLSearchParams(location.search).get("server");
const { token } = await (await fetch("/api/dev/token", { method: "POST" })).json();
const authorised = () => ({ headers: { Authorization: `Bearer ${token}` } });
const [input, status] = [document.querySelector("input"), document.querySelector("[role=status]")];

const start = ({ name, type }) =>
    axios.post(`${backend}/api/files/upload/direct/start/`, { file_name: name, file_type: type }, authorised());

const send = ({ data }, file) => {
    const form = new FormData();
    for (const name in data.fields) form.append(name, data.fields[name]);
    form.append("file", file);
    // fields: the form authorises itself, and a second authorisation would be refused
    return axios.post(data.url, form, data.fields ? {} : authorised());
};

const finish = ({ data }) =>
    axios.post(`${backend}/api/files/upload/direct/finish/`, { file_id: data.id }, authorised());

input.addEventListener("change", async () => {
    const [file] = input.files;
    try {
        const started = await start(file);
        await send(started, file);
        const { data } = await finish(started);
        status.textContent = `File upload completed: ${data.url}`;
    } catch (error) {
        status.textContent = `Refused: ${error.response?.data.detail ?? error.message}`;
    }
});
input.disabled = false;
