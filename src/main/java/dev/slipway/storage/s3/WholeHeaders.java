package dev.slipway.storage.s3;

import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/// Refuses an answer whose headers break off. Java's HTTP client takes the end of the
/// connection for the end of the headers: such an answer would look whole, a picture would look
/// empty, and its upload would be rejected for good.
final class WholeHeaders implements ExecutionInterceptor {

    private static final String LENGTH = "Content-Length";

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        var answer = context.httpResponse();
        if (answer.isSuccessful()
                && !needed(context.request()).stream().allMatch(name -> has(answer, name))) {
            throw RetryableException.create(
                    "the headers of the answer break off after " + answer.headers().keySet());
        }
    }

    /// What S3 sends with every success.
    private static List<String> needed(SdkRequest request) {
        return switch (request) {
            case HeadObjectRequest _ -> List.of(LENGTH, "ETag", "Last-Modified");
            case GetObjectRequest _ -> List.of(LENGTH, "ETag");
            case PutObjectRequest _, UploadPartRequest _ -> List.of("ETag");
            case CopyObjectRequest _, UploadPartCopyRequest _ -> List.of(LENGTH);
            case DeleteObjectsRequest _, ListObjectsV2Request _ -> List.of(LENGTH);
            case CreateMultipartUploadRequest _, CompleteMultipartUploadRequest _ ->
                    List.of(LENGTH);
            case ListPartsRequest _, ListMultipartUploadsRequest _ -> List.of(LENGTH);
            default -> List.of();
        };
    }

    /// A body that comes in chunks says itself where it ends.
    private static boolean has(SdkHttpResponse answer, String name) {
        return answer.firstMatchingHeader(name).isPresent()
                || (name.equals(LENGTH)
                        && answer.firstMatchingHeader("Transfer-Encoding").isPresent());
    }
}
