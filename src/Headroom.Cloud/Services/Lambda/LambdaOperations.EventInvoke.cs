using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>What becomes of asynchronous invocations: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html.</summary>
internal static partial class LambdaOperations
{
    /// <summary>Replaces the whole configuration: what is not given is the default again.</summary>
    internal static Outcome<FunctionEventInvokeConfig> PutFunctionEventInvokeConfig(Step step, PutFunctionEventInvokeConfigRequest request) =>
        request is { MaximumRetryAttempts: null, MaximumEventAgeInSeconds: null, DestinationConfig: null }
            ? NothingToSet
            : PutEventInvokeConfig(step, FunctionReference.Parse(request.FunctionName, request.Qualifier), new(
                request.MaximumRetryAttempts,
                request.MaximumEventAgeInSeconds,
                request.DestinationConfig?.OnSuccess?.Destination,
                request.DestinationConfig?.OnFailure?.Destination,
                step.Now));

    /// <summary>Changes what is given.</summary>
    internal static Outcome<FunctionEventInvokeConfig> UpdateFunctionEventInvokeConfig(Step step, UpdateFunctionEventInvokeConfigRequest request)
    {
        if (request is { MaximumRetryAttempts: null, MaximumEventAgeInSeconds: null, DestinationConfig: null })
        {
            return NothingToSet;
        }

        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        return step.Table(LambdaState.EventInvokeConfigs).Find(reference.Key) is { } before
            ? PutEventInvokeConfig(step, reference, before with
            {
                MaximumRetryAttempts = request.MaximumRetryAttempts ?? before.MaximumRetryAttempts,
                MaximumEventAgeInSeconds = request.MaximumEventAgeInSeconds ?? before.MaximumEventAgeInSeconds,
                OnSuccess = request.DestinationConfig is { } success ? success.OnSuccess?.Destination : before.OnSuccess,
                OnFailure = request.DestinationConfig is { } failure ? failure.OnFailure?.Destination : before.OnFailure,
                LastModified = step.Now,
            })
            : NoEventInvokeConfig(step, reference);
    }

    internal static Outcome<FunctionEventInvokeConfig> GetFunctionEventInvokeConfig(Step step, GetFunctionEventInvokeConfigRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        return step.Table(LambdaState.EventInvokeConfigs).Find(reference.Key) is { } config
            ? Describe(step, reference, config)
            : NoEventInvokeConfig(step, reference);
    }

    internal static Outcome<DeleteFunctionEventInvokeConfigResponse> DeleteFunctionEventInvokeConfig(
        Step step,
        DeleteFunctionEventInvokeConfigRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        return step.Table(LambdaState.EventInvokeConfigs).Remove(reference.Key)
            ? new DeleteFunctionEventInvokeConfigResponse()
            : NoEventInvokeConfig(step, reference);
    }

    private static Outcome<FunctionEventInvokeConfig> PutEventInvokeConfig(Step step, FunctionReference reference, EventInvokeConfig config)
    {
        if (reference.FindVersion(step) is null)
        {
            return reference.NotFound(step.Settings);
        }

        if (new[] { config.OnSuccess, config.OnFailure }.FirstOrDefault(arn => arn is not null && !Invocations.Destinations.Reaches(arn)) is { } unknown)
        {
            return LambdaRefusals.Invalid($"The destination ARN {unknown} is invalid.");
        }

        step.Table(LambdaState.EventInvokeConfigs).Put(reference.Key, config);
        return Describe(step, reference, config);
    }

    private static FunctionEventInvokeConfig Describe(Step step, FunctionReference reference, EventInvokeConfig config) => new()
    {
        FunctionArn = $"{reference.Arn(step.Settings)}:{reference.Qualifier ?? FunctionReference.Latest}",
        LastModified = config.LastModified,
        MaximumRetryAttempts = config.MaximumRetryAttempts,
        MaximumEventAgeInSeconds = config.MaximumEventAgeInSeconds,
        DestinationConfig = new()
        {
            OnSuccess = new() { Destination = config.OnSuccess },
            OnFailure = new() { Destination = config.OnFailure },
        },
    };

    private static Refusal NothingToSet => LambdaRefusals.Invalid("You must specify at least one of error handling or destination setting.");

    private static Refusal NoEventInvokeConfig(Step step, FunctionReference reference) => LambdaRefusals.NotFound(
        $"The function {reference.Arn(step.Settings)}:{reference.Qualifier ?? FunctionReference.Latest} doesn't have an EventInvokeConfig");
}
