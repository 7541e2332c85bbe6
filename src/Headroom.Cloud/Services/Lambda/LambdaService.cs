using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Cloud.Services.Lambda.Invocations;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>AWS Lambda: functions as processes, invoked synchronously and from a queue.</summary>
public static class LambdaService
{
    internal const string Name = "lambda";

    /// <summary>The room, with the host that runs its functions.</summary>
    public static ServiceRoom Room(IFunctionHost host) => new(Name,
    [
        Operation.Of<CreateFunctionRequest, FunctionConfiguration>("CreateFunction", LambdaOperations.CreateFunction, Function<CreateFunctionRequest>(request => request.FunctionName)),
        Operation.Of<GetFunctionRequest, GetFunctionResponse>("GetFunction", LambdaOperations.GetFunction, Function<GetFunctionRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<GetFunctionConfigurationRequest, FunctionConfiguration>("GetFunctionConfiguration", LambdaOperations.GetFunctionConfiguration, Function<GetFunctionConfigurationRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<ListFunctionsRequest, ListFunctionsResponse>("ListFunctions", LambdaOperations.ListFunctions),
        Operation.Of<UpdateFunctionCodeRequest, FunctionConfiguration>("UpdateFunctionCode", LambdaOperations.UpdateFunctionCode, Function<UpdateFunctionCodeRequest>(request => request.FunctionName)),
        Operation.Of<UpdateFunctionConfigurationRequest, FunctionConfiguration>("UpdateFunctionConfiguration", LambdaOperations.UpdateFunctionConfiguration, Function<UpdateFunctionConfigurationRequest>(request => request.FunctionName)),
        Operation.Of<DeleteFunctionRequest, DeleteFunctionResponse>("DeleteFunction", LambdaOperations.DeleteFunction, Function<DeleteFunctionRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<PublishVersionRequest, FunctionConfiguration>("PublishVersion", LambdaOperations.PublishVersion, Function<PublishVersionRequest>(request => request.FunctionName)),
        Operation.Of<ListVersionsByFunctionRequest, ListVersionsByFunctionResponse>("ListVersionsByFunction", LambdaOperations.ListVersionsByFunction, Function<ListVersionsByFunctionRequest>(request => request.FunctionName)),
        Operation.Of<CreateAliasRequest, AliasConfiguration>("CreateAlias", LambdaOperations.CreateAlias, Function<CreateAliasRequest>(request => request.FunctionName)),
        Operation.Of<UpdateAliasRequest, AliasConfiguration>("UpdateAlias", LambdaOperations.UpdateAlias, Function<UpdateAliasRequest>(request => request.FunctionName)),
        Operation.Of<GetAliasRequest, AliasConfiguration>("GetAlias", LambdaOperations.GetAlias, Function<GetAliasRequest>(request => request.FunctionName)),
        Operation.Of<ListAliasesRequest, ListAliasesResponse>("ListAliases", LambdaOperations.ListAliases, Function<ListAliasesRequest>(request => request.FunctionName)),
        Operation.Of<DeleteAliasRequest, DeleteAliasResponse>("DeleteAlias", LambdaOperations.DeleteAlias, Function<DeleteAliasRequest>(request => request.FunctionName)),
        Operation.Of<AddPermissionRequest, AddPermissionResponse>("AddPermission", LambdaOperations.AddPermission, Function<AddPermissionRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<RemovePermissionRequest, RemovePermissionResponse>("RemovePermission", LambdaOperations.RemovePermission, Function<RemovePermissionRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<GetPolicyRequest, GetPolicyResponse>("GetPolicy", LambdaOperations.GetPolicy, Function<GetPolicyRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<PutFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig>("PutFunctionEventInvokeConfig", LambdaOperations.PutFunctionEventInvokeConfig, Function<PutFunctionEventInvokeConfigRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<UpdateFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig>("UpdateFunctionEventInvokeConfig", LambdaOperations.UpdateFunctionEventInvokeConfig, Function<UpdateFunctionEventInvokeConfigRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<GetFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig>("GetFunctionEventInvokeConfig", LambdaOperations.GetFunctionEventInvokeConfig, Function<GetFunctionEventInvokeConfigRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<DeleteFunctionEventInvokeConfigRequest, DeleteFunctionEventInvokeConfigResponse>("DeleteFunctionEventInvokeConfig", LambdaOperations.DeleteFunctionEventInvokeConfig, Function<DeleteFunctionEventInvokeConfigRequest>(request => request.FunctionName, request => request.Qualifier)),
        Operation.Of<PutFunctionConcurrencyRequest, Concurrency>("PutFunctionConcurrency", LambdaOperations.PutFunctionConcurrency, Function<PutFunctionConcurrencyRequest>(request => request.FunctionName)),
        Operation.Of<GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse>("GetFunctionConcurrency", LambdaOperations.GetFunctionConcurrency, Function<GetFunctionConcurrencyRequest>(request => request.FunctionName)),
        Operation.Of<DeleteFunctionConcurrencyRequest, DeleteFunctionConcurrencyResponse>("DeleteFunctionConcurrency", LambdaOperations.DeleteFunctionConcurrency, Function<DeleteFunctionConcurrencyRequest>(request => request.FunctionName)),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", LambdaOperations.TagResource, (_, request) => request.Resource),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", LambdaOperations.UntagResource, (_, request) => request.Resource),
        Operation.Of<ListTagsRequest, ListTagsResponse>("ListTags", LambdaOperations.ListTags, (_, request) => request.Resource),
        Operation.Of<InvokeRequest, InvokeResponse>(
            "Invoke",
            (step, request) => InvokeFunction.Invoke(host, step, request),
            Function<InvokeRequest>(request => request.FunctionName, request => request.Qualifier),
            (step, request) => PermissionPolicies.Of(step, FunctionReference.Parse(request.FunctionName, request.Qualifier)),
            "InvokeFunction"),
    ])
    {
        ResourceTypes = LambdaResources.All,
        Woken = (step, key) => LambdaDynamics.Woken(host, step, key),
        Started = LambdaDynamics.Started,
    };

    /// <summary>News of a function's environment, told in a step of its own.</summary>
    public static void Tell(IFunctionHost host, Step step, FunctionNews news) => EnvironmentNews.Tell(host, step, news);

    private static Func<Step, TRequest, string> Function<TRequest>(Func<TRequest, string> name, Func<TRequest, string?>? qualifier = null) =>
        (step, request) => FunctionReference.Parse(name(request), qualifier?.Invoke(request)).QualifiedArn(step.Settings);
}
