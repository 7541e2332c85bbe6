namespace Headroom.Wire.Protocols;

/// <summary>
/// Errors that any operation can give without declaring them
/// (<see href="https://docs.aws.amazon.com/ecs/latest/APIReference/CommonErrors.html"/> and its like).
/// </summary>
public static class UndeclaredErrors
{
    /// <summary>The HTTP status of such an error. AWS JSON answers refusals with 400 where the other protocols have statuses of their own.</summary>
    /// <param name="code">The error's code.</param>
    /// <param name="rest">Whether the protocol is one that uses HTTP statuses (all but AWS JSON).</param>
    public static int StatusOf(string code, bool rest) => code switch
    {
        "InternalFailure" or "InternalError" or "InternalServerError" or "ServiceException" => 500,
        "ServiceUnavailable" or "ServiceUnavailableException" or "SlowDown" => 503,
        "NotModified" => 304,
        "NoSuchBucket" or "NoSuchKey" or "NoSuchUpload" or "NoSuchBucketPolicy" or "NoSuchLifecycleConfiguration"
            or "ServerSideEncryptionConfigurationNotFoundError" => 404,
        "MethodNotAllowed" => 405,
        "BucketNotEmpty" => 409,
        "PreconditionFailed" => 412,
        "InvalidRange" => 416,
        "NotImplemented" => 501,
        _ when !rest => 400,
        "AccessDenied" or "AccessDeniedException" or "AuthorizationError" or "SignatureDoesNotMatch" or "InvalidSignatureException"
            or "InvalidClientTokenId" or "UnrecognizedClientException" or "InvalidAccessKeyId" or "MissingAuthenticationToken"
            or "MissingAuthenticationTokenException" or "ExpiredToken" or "ExpiredTokenException" or "RequestTimeTooSkewed"
            or "RequestExpired" or "OptInRequired" => 403,
        "UnknownOperationException" => 404,
        "TooManyRequestsException" or "ThrottlingException" => 429,
        _ => 400,
    };
}
