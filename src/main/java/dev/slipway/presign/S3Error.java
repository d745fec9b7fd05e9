package dev.slipway.presign;

/// A refusal in S3's words
/// ([S3](https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html)): `status` is
/// HTTP's.
public record S3Error(String code, int status, String message) {

    public static S3Error accessDenied(String message) {
        return new S3Error("AccessDenied", 403, message);
    }

    public static S3Error invalidArgument(String message) {
        return new S3Error("InvalidArgument", 400, message);
    }

    static S3Error againstThePolicy(String reason) {
        return accessDenied("Invalid according to Policy: " + reason);
    }

    static S3Error missing(String field) {
        return invalidArgument(
                "Bucket POST must contain a field named '"
                        + field
                        + "'.  If it is specified, please check the order of the fields.");
    }

    static S3Error invalidPolicy(String message) {
        return new S3Error("InvalidPolicyDocument", 400, message);
    }

    static S3Error unknownAccessKey() {
        return new S3Error(
                "InvalidAccessKeyId",
                403,
                "The AWS Access Key Id you provided does not exist in our records.");
    }

    static S3Error signatureDoesNotMatch() {
        return new S3Error(
                "SignatureDoesNotMatch",
                403,
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.");
    }

    static S3Error invalidToken() {
        return new S3Error("InvalidToken", 403, "The provided token is not valid.");
    }

    static S3Error badQueryAuthentication(String message) {
        return new S3Error("AuthorizationQueryParametersError", 400, message);
    }

    static S3Error headersNotSigned() {
        return accessDenied("There were headers present in the request which were not signed");
    }

    static S3Error requestTimeTooSkewed() {
        return new S3Error(
                "RequestTimeTooSkewed",
                403,
                "The difference between the request time and the server's time is too large.");
    }

    static S3Error invalidUri() {
        return new S3Error("InvalidURI", 400, "Couldn't parse the specified URI.");
    }

    /// The fields before the file are more than [VerifyPostForm#MAX_FIELDS_BYTES].
    public static S3Error tooManyFields() {
        return new S3Error(
                "MaxPostPreDataLengthExceededError",
                400,
                "Your POST request fields preceding the upload file were too large.");
    }
}
