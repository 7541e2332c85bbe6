using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>
/// CloudFormation's
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-function.html">AWS::Lambda::Function</see>.
/// </summary>
internal static class FunctionResource
{
    internal static ResourceType Type { get; } = new("AWS::Lambda::Function", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "FunctionName", "PackageType" },
    };

    private static ResourceProgress Create(ResourceRequest request) => ResourceProperties.Read<Properties>(request.Properties.WithStackTags(request), properties =>
    {
        var create = new CreateFunctionRequest
        {
            FunctionName = properties.FunctionName ?? request.GeneratedName(),
            Role = properties.Role,
            Code = Code(properties),
            Runtime = properties.Runtime,
            Handler = properties.Handler,
            Description = properties.Description,
            Timeout = properties.Timeout,
            MemorySize = properties.MemorySize,
            PackageType = properties.PackageType,
            Architectures = properties.Architectures,
            Environment = properties.Environment,
            DeadLetterConfig = properties.DeadLetterConfig,
            TracingConfig = properties.TracingConfig,
            EphemeralStorage = properties.EphemeralStorage,
            LoggingConfig = properties.LoggingConfig,
            VpcConfig = properties.VpcConfig,
            KMSKeyArn = properties.KmsKeyArn,
            Layers = properties.Layers,
            Tags = ResourceTag.Map(properties.Tags),
        };
        return ResourceHandler.Call<CreateFunctionRequest, FunctionConfiguration>(request, LambdaService.Name, "CreateFunction", create, created =>
            Reserve(request, created.FunctionName!, properties.ReservedConcurrentExecutions) ?? Done(created));
    });

    private static ResourceProgress Update(ResourceRequest request) => ResourceProperties.Read<Properties>(request.Properties.WithStackTags(request), properties =>
    {
        var code = Code(properties);
        var update = new UpdateFunctionCodeRequest
        {
            FunctionName = request.PhysicalId,
            ZipFile = code.ZipFile,
            S3Bucket = code.S3Bucket,
            S3Key = code.S3Key,
            S3ObjectVersion = code.S3ObjectVersion,
            Architectures = properties.Architectures,
        };
        var changed = request.Changed("Code") || request.Changed("Architectures")
            ? ResourceHandler.Call<UpdateFunctionCodeRequest, FunctionConfiguration>(
                request,
                LambdaService.Name,
                "UpdateFunctionCode",
                update,
                _ => new ResourceProgress.Done(request.PhysicalId))
            : new ResourceProgress.Done(request.PhysicalId);
        return changed is ResourceProgress.Failed ? changed : Reconfigure(request, properties);
    });

    private static ResourceProgress Reconfigure(ResourceRequest request, Properties properties)
    {
        // What the template no longer gives has its default again.
        var configure = new UpdateFunctionConfigurationRequest
        {
            FunctionName = request.PhysicalId,
            Role = properties.Role,
            Runtime = properties.Runtime,
            Handler = properties.Handler,
            Description = properties.Description ?? "",
            Timeout = properties.Timeout ?? 3,
            MemorySize = properties.MemorySize ?? 128,
            Environment = properties.Environment ?? new() { Variables = new Dictionary<string, string>() },
            DeadLetterConfig = properties.DeadLetterConfig ?? new() { TargetArn = "" },
            TracingConfig = properties.TracingConfig ?? new() { Mode = "PassThrough" },
            EphemeralStorage = properties.EphemeralStorage ?? new() { Size = 512 },
            LoggingConfig = properties.LoggingConfig ?? new(),
            VpcConfig = properties.VpcConfig,
        };
        return ResourceHandler.Call<UpdateFunctionConfigurationRequest, FunctionConfiguration>(
            request, LambdaService.Name, "UpdateFunctionConfiguration", configure, configured =>
                ResourceHandler.Call<TagResourceRequest, TagResourceResponse>(
                    request, LambdaService.Name, "TagResource", new TagResourceRequest { Resource = configured.FunctionArn!, Tags = ResourceTag.Map(properties.Tags) }, _ =>
                        Reserve(request, request.PhysicalId, properties.ReservedConcurrentExecutions) ?? Done(configured)));
    }

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteFunctionRequest, DeleteFunctionResponse>(
        request, LambdaService.Name, "DeleteFunction", new() { FunctionName = request.PhysicalId }, "ResourceNotFoundException");

    private static ResourceProgress? Reserve(ResourceRequest request, string name, int? reserved)
    {
        var progress = reserved is { } count
            ? ResourceHandler.Call<PutFunctionConcurrencyRequest, Concurrency>(
                request, LambdaService.Name, "PutFunctionConcurrency", new PutFunctionConcurrencyRequest { FunctionName = name, ReservedConcurrentExecutions = count }, _ => new ResourceProgress.Done(name))
            : ResourceHandler.Delete<DeleteFunctionConcurrencyRequest, DeleteFunctionConcurrencyResponse>(request, LambdaService.Name, "DeleteFunctionConcurrency", new()
            {
                FunctionName = name,
            });
        return progress as ResourceProgress.Failed;
    }

    private static ResourceProgress.Done Done(FunctionConfiguration function) =>
        new(function.FunctionName!, new Dictionary<string, JsonNode?> { ["Arn"] = function.FunctionArn });

    // CloudFormation takes the source itself where it is short, and packs it: index.py, for these runtimes.
    private static FunctionCode Code(Properties properties) => properties.Code.ZipFile is { } source
        ? new() { ZipFile = Packed(source) }
        : new()
        {
            S3Bucket = properties.Code.S3Bucket,
            S3Key = properties.Code.S3Key,
            S3ObjectVersion = properties.Code.S3ObjectVersion,
            ImageUri = properties.Code.ImageUri,
        };

    private static byte[] Packed(string source)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry("index.py");
            entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(source));
        }

        return bytes.ToArray();
    }

    private sealed record Properties(
        string? FunctionName,
        string Role,
        CodeProperties Code,
        string? Runtime,
        string? Handler,
        string? Description,
        int? Timeout,
        int? MemorySize,
        string? PackageType,
        IReadOnlyList<string>? Architectures,
        Wire.Shapes.Lambda.Environment? Environment,
        DeadLetterConfig? DeadLetterConfig,
        TracingConfig? TracingConfig,
        EphemeralStorage? EphemeralStorage,
        LoggingConfig? LoggingConfig,
        VpcConfig? VpcConfig,
        string? KmsKeyArn,
        IReadOnlyList<string>? Layers,
        int? ReservedConcurrentExecutions,
        IReadOnlyList<ResourceTag>? Tags);

    private sealed record CodeProperties(string? ZipFile, string? S3Bucket, string? S3Key, string? S3ObjectVersion, string? ImageUri);
}
