using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>Reserved concurrency and tags: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html.</summary>
internal static partial class LambdaOperations
{
    private const int ConcurrentExecutions = 1000;
    private const int LeastUnreserved = 100;

    internal static Outcome<Concurrency> PutFunctionConcurrency(Step step, PutFunctionConcurrencyRequest request) =>
        Find(step, request.FunctionName).Then<Concurrency>(function => request.ReservedConcurrentExecutions > Reservable(step, function)
            ? LambdaRefusals.Invalid(
                $"Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [{LeastUnreserved}].")
            : new Concurrency
            {
                ReservedConcurrentExecutions = Put(step, function with { ReservedConcurrency = request.ReservedConcurrentExecutions }).ReservedConcurrency,
            });

    internal static Outcome<GetFunctionConcurrencyResponse> GetFunctionConcurrency(Step step, GetFunctionConcurrencyRequest request) =>
        Find(step, request.FunctionName)
            .Select(function => new GetFunctionConcurrencyResponse { ReservedConcurrentExecutions = function.ReservedConcurrency });

    internal static Outcome<DeleteFunctionConcurrencyResponse> DeleteFunctionConcurrency(Step step, DeleteFunctionConcurrencyRequest request) =>
        Change(step, request.FunctionName, function => function with { ReservedConcurrency = null })
            .Select(_ => new DeleteFunctionConcurrencyResponse());

    internal static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request) =>
        TaggedWhole(request.Resource) ?? Find(step, request.Resource).Then<TagResourceResponse>(function =>
        {
            var tags = function.Tags.With(request.Tags);
            if (tags.Count > TagKeys.Most)
            {
                return LambdaRefusals.Invalid("Number of tags exceeds resource tag limit.");
            }

            Put(step, function with { Tags = tags });
            return new TagResourceResponse();
        });

    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request) =>
        Change(step, request.Resource, function => function with { Tags = function.Tags.Without(request.TagKeys) })
            .Select(_ => new UntagResourceResponse());

    internal static Outcome<ListTagsResponse> ListTags(Step step, ListTagsRequest request) =>
        TaggedWhole(request.Resource) ?? Find(step, request.Resource).Select(function => new ListTagsResponse { Tags = function.Tags });

    // Null where the ARN is a function's, which alone has tags.
    private static Refusal? TaggedWhole(string arn) => FunctionReference.Parse(arn).Qualifier is null
        ? null
        : LambdaRefusals.Invalid("Tags on function aliases and versions are not supported. Please specify a function ARN.");

    private static int Reservable(Step step, Function function) =>
        ConcurrentExecutions - LeastUnreserved
        - step.Table(LambdaState.Functions).All.Where(other => other.Name != function.Name).Sum(other => other.ReservedConcurrency ?? 0);

    private static Outcome<Function> Find(Step step, string name)
    {
        var reference = FunctionReference.Parse(name);
        return reference.FindFunction(step) is { } function ? function : reference.NotFound(step.Settings);
    }

    private static Outcome<Function> Change(Step step, string name, Func<Function, Function> change) =>
        Find(step, name).Select(function => Put(step, change(function)));

    private static Function Put(Step step, Function function)
    {
        step.Table(LambdaState.Functions).Put(function.Name, function);
        return function;
    }
}
