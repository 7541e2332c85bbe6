using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>A version's configuration, with AWS's defaults: 3 s, 128 MB, x86_64.</summary>
internal static class Configurations
{
    internal static FunctionConfiguration Create(Step step, FunctionReference reference, CreateFunctionRequest request, PackageReference package) =>
        Revised(step, new()
        {
            FunctionName = reference.Name,
            FunctionArn = reference.Arn(step.Settings),
            Runtime = request.Runtime,
            Role = request.Role,
            Handler = request.Handler,
            Description = request.Description ?? "",
            Timeout = request.Timeout ?? 3,
            MemorySize = request.MemorySize ?? 128,
            CodeSize = package.Size,
            CodeSha256 = package.Sha256,
            Version = FunctionReference.Latest,
            PackageType = "Zip",
            Architectures = request.Architectures ?? ["x86_64"],
            DeadLetterConfig = Given(request.DeadLetterConfig),
            Environment = Variables(request.Environment),
            TracingConfig = new() { Mode = request.TracingConfig?.Mode ?? "PassThrough" },
            VpcConfig = Vpc(request.VpcConfig),
            KMSKeyArn = request.KMSKeyArn,
            EphemeralStorage = request.EphemeralStorage ?? new() { Size = 512 },
            SnapStart = new() { ApplyOn = "None", OptimizationStatus = "Off" },
            LoggingConfig = Logging(request.LoggingConfig, reference.Name),
            State = "Active",
        });

    internal static FunctionConfiguration Update(
        Step step,
        FunctionConfiguration before,
        UpdateFunctionCodeRequest request,
        PackageReference package) =>
        Revised(step, before with
        {
            CodeSize = package.Size,
            CodeSha256 = package.Sha256,
            Architectures = request.Architectures ?? before.Architectures,
        });

    internal static FunctionConfiguration Update(Step step, FunctionConfiguration before, UpdateFunctionConfigurationRequest request) =>
        Revised(step, before with
        {
            Role = request.Role ?? before.Role,
            Handler = request.Handler ?? before.Handler,
            Runtime = request.Runtime ?? before.Runtime,
            Description = request.Description ?? before.Description,
            Timeout = request.Timeout ?? before.Timeout,
            MemorySize = request.MemorySize ?? before.MemorySize,
            DeadLetterConfig = request.DeadLetterConfig is { } queue ? Given(queue) : before.DeadLetterConfig,
            Environment = request.Environment is { } environment ? Variables(environment) : before.Environment,
            TracingConfig = request.TracingConfig is { } tracing ? new() { Mode = tracing.Mode } : before.TracingConfig,
            VpcConfig = request.VpcConfig is { } vpc ? Vpc(vpc) : before.VpcConfig,
            KMSKeyArn = request.KMSKeyArn ?? before.KMSKeyArn,
            EphemeralStorage = request.EphemeralStorage ?? before.EphemeralStorage,
            LoggingConfig = request.LoggingConfig is { } logging ? Logging(logging, before.FunctionName!) : before.LoggingConfig,
        });

    private static FunctionConfiguration Revised(Step step, FunctionConfiguration configuration) => configuration with
    {
        RevisionId = step.Ids.NextUuid(),
        LastModified = step.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
        LastUpdateStatus = "Successful",
    };

    // An empty target ARN is how a client takes the queue away.
    private static DeadLetterConfig? Given(DeadLetterConfig? queue) => string.IsNullOrEmpty(queue?.TargetArn) ? null : queue;

    private static EnvironmentResponse? Variables(Wire.Shapes.Lambda.Environment? environment) =>
        environment?.Variables is { Count: > 0 } variables ? new() { Variables = variables } : null;

    private static VpcConfigResponse? Vpc(VpcConfig? vpc) =>
        vpc is null ? null : new() { SubnetIds = vpc.SubnetIds ?? [], SecurityGroupIds = vpc.SecurityGroupIds ?? [], VpcId = "" };

    private static LoggingConfig Logging(LoggingConfig? given, string name) => new()
    {
        LogFormat = given?.LogFormat ?? "Text",
        LogGroup = given?.LogGroup ?? $"/aws/lambda/{name}",
        ApplicationLogLevel = given?.ApplicationLogLevel,
        SystemLogLevel = given?.SystemLogLevel,
    };
}
