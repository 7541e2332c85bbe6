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
        Of<CreateFunctionRequest, FunctionConfiguration>("CreateFunction", LambdaOperations.CreateFunction, r => r.FunctionName),
        Of<GetFunctionRequest, GetFunctionResponse>("GetFunction", LambdaOperations.GetFunction, r => r.FunctionName, r => r.Qualifier),
        Of<GetFunctionConfigurationRequest, FunctionConfiguration>(
            "GetFunctionConfiguration", LambdaOperations.GetFunctionConfiguration, r => r.FunctionName, r => r.Qualifier),
        Operation.Of<ListFunctionsRequest, ListFunctionsResponse>("ListFunctions", LambdaOperations.ListFunctions),
        Of<UpdateFunctionCodeRequest, FunctionConfiguration>(
            "UpdateFunctionCode", LambdaOperations.UpdateFunctionCode, r => r.FunctionName),
        Of<UpdateFunctionConfigurationRequest, FunctionConfiguration>(
            "UpdateFunctionConfiguration", LambdaOperations.UpdateFunctionConfiguration, r => r.FunctionName),
        Of<DeleteFunctionRequest, DeleteFunctionResponse>(
            "DeleteFunction", LambdaOperations.DeleteFunction, r => r.FunctionName, r => r.Qualifier),
        Of<PublishVersionRequest, FunctionConfiguration>("PublishVersion", LambdaOperations.PublishVersion, r => r.FunctionName),
        Of<ListVersionsByFunctionRequest, ListVersionsByFunctionResponse>(
            "ListVersionsByFunction", LambdaOperations.ListVersionsByFunction, r => r.FunctionName),
        Of<CreateAliasRequest, AliasConfiguration>("CreateAlias", LambdaOperations.CreateAlias, r => r.FunctionName),
        Of<UpdateAliasRequest, AliasConfiguration>("UpdateAlias", LambdaOperations.UpdateAlias, r => r.FunctionName),
        Of<GetAliasRequest, AliasConfiguration>("GetAlias", LambdaOperations.GetAlias, r => r.FunctionName),
        Of<ListAliasesRequest, ListAliasesResponse>("ListAliases", LambdaOperations.ListAliases, r => r.FunctionName),
        Of<DeleteAliasRequest, DeleteAliasResponse>("DeleteAlias", LambdaOperations.DeleteAlias, r => r.FunctionName),
        Of<AddPermissionRequest, AddPermissionResponse>(
            "AddPermission", LambdaOperations.AddPermission, r => r.FunctionName, r => r.Qualifier),
        Of<RemovePermissionRequest, RemovePermissionResponse>(
            "RemovePermission", LambdaOperations.RemovePermission, r => r.FunctionName, r => r.Qualifier),
        Of<GetPolicyRequest, GetPolicyResponse>("GetPolicy", LambdaOperations.GetPolicy, r => r.FunctionName, r => r.Qualifier),
        Of<PutFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig>(
            "PutFunctionEventInvokeConfig", LambdaOperations.PutFunctionEventInvokeConfig, r => r.FunctionName, r => r.Qualifier),
        Of<UpdateFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig>(
            "UpdateFunctionEventInvokeConfig", LambdaOperations.UpdateFunctionEventInvokeConfig, r => r.FunctionName, r => r.Qualifier),
        Of<GetFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig>(
            "GetFunctionEventInvokeConfig", LambdaOperations.GetFunctionEventInvokeConfig, r => r.FunctionName, r => r.Qualifier),
        Of<DeleteFunctionEventInvokeConfigRequest, DeleteFunctionEventInvokeConfigResponse>(
            "DeleteFunctionEventInvokeConfig", LambdaOperations.DeleteFunctionEventInvokeConfig, r => r.FunctionName, r => r.Qualifier),
        Of<PutFunctionConcurrencyRequest, Concurrency>(
            "PutFunctionConcurrency", LambdaOperations.PutFunctionConcurrency, r => r.FunctionName),
        Of<GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse>(
            "GetFunctionConcurrency", LambdaOperations.GetFunctionConcurrency, r => r.FunctionName),
        Of<DeleteFunctionConcurrencyRequest, DeleteFunctionConcurrencyResponse>(
            "DeleteFunctionConcurrency", LambdaOperations.DeleteFunctionConcurrency, r => r.FunctionName),
        Operation.Of<TagResourceRequest, TagResourceResponse>(
            "TagResource", LambdaOperations.TagResource, (_, request) => request.Resource),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>(
            "UntagResource", LambdaOperations.UntagResource, (_, request) => request.Resource),
        Operation.Of<ListTagsRequest, ListTagsResponse>("ListTags", LambdaOperations.ListTags, (_, request) => request.Resource),
        Operation.Of<InvokeRequest, InvokeResponse>(
            "Invoke",
            Named<InvokeRequest, InvokeResponse>((step, request) => InvokeFunction.Invoke(host, step, request), r => r.FunctionName, r => r.Qualifier),
            Arn<InvokeRequest>(r => r.FunctionName, r => r.Qualifier),
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

    /// <summary>An operation on a function, or on a version or alias of it.</summary>
    private static Operation Of<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> function, Func<TRequest, string?>? qualifier = null) =>
        Operation.Of(name, Named(method, function, qualifier), Arn(function, qualifier));

    private static Func<Step, TRequest, Outcome<TResponse>> Named<TRequest, TResponse>(
        Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> function, Func<TRequest, string?>? qualifier) =>
        (step, request) => FunctionReference.Fault(step.Settings, function(request), qualifier?.Invoke(request)) is { } fault ? fault : method(step, request);

    private static Func<Step, TRequest, string> Arn<TRequest>(Func<TRequest, string> function, Func<TRequest, string?>? qualifier) =>
        (step, request) => FunctionReference.Parse(function(request), qualifier?.Invoke(request)).QualifiedArn(step.Settings);
}
