using System.IO.Compression;
using System.Security.Cryptography;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Lambda;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>A kept deployment package.</summary>
/// <param name="Sha256">Base64 of its hash.</param>
/// <param name="Size">Bytes.</param>
internal sealed record PackageReference(string Sha256, long Size);

/// <summary>Deployment packages: sent along, or fetched from S3 as the caller.</summary>
internal static class CodePackages
{
    internal static Outcome<PackageReference> Keep(Step step, FunctionCode code) => (code.ZipFile, code.S3Bucket, code.S3Key) switch
    {
        ({ } zip, _, _) => Keep(step, zip),
        (_, { } bucket, { } key) => Fetch(step, new() { Bucket = bucket, Key = key, VersionId = code.S3ObjectVersion }),
        _ => LambdaRefusals.Invalid("Please provide a source for function code."),
    };

    private static Outcome<PackageReference> Fetch(Step step, GetObjectRequest request) =>
        step.Call<GetObjectRequest, GetObjectResponse>("s3", "GetObject", request) switch
        {
            Outcome<GetObjectResponse>.Answered { Response.Body: { } body } => Keep(step, body),
            Outcome<GetObjectResponse>.Refused { Refusal: var refusal } => LambdaRefusals.Invalid(
                $"Error occurred while GetObject. S3 Error Code: {refusal.Code}. S3 Error Message: {refusal.Message}"),
            _ => LambdaRefusals.Invalid($"The object {request.Key} in {request.Bucket} is empty."),
        };

    private static Outcome<PackageReference> Keep(Step step, byte[] zip)
    {
        if (!IsZip(zip))
        {
            return LambdaRefusals.Invalid("Could not unzip uploaded file. Please check your file, then try to upload again.");
        }

        var hash = Convert.ToBase64String(SHA256.HashData(zip));
        step.Table(LambdaState.Packages).Put(hash, new(zip));
        return new PackageReference(hash, zip.Length);
    }

    private static bool IsZip(byte[] zip)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count > 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
