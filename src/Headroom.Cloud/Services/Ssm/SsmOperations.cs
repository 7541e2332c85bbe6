using System.Text.RegularExpressions;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ssm;

namespace Headroom.Cloud.Services.Ssm;

/// <summary>Parameter Store.</summary>
internal static class SsmOperations
{
    private const int DefaultPage = 10;
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    internal static Outcome<PutParameterResponse> PutParameter(Step step, PutParameterRequest request)
    {
        var known = step.Table(SsmState.Parameters).Find(request.Name);
        switch (known)
        {
            case not null when request.Overwrite != true:
                return new Refusal(
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
            case null when request.Type is null:
                return new Refusal("ValidationException", "A parameter type is required when you create a parameter.");
        }

        var pattern = request.AllowedPattern ?? known?.AllowedPattern;
        if (pattern is not null && !Regex.IsMatch(request.Value, $"^(?:{pattern})$", RegexOptions.None, PatternTimeout))
        {
            return new Refusal("ParameterPatternMismatchException", $"Parameter value, cannot be validated against allowedPattern: {pattern}");
        }

        var version = new StoredVersion((known?.Latest.Number ?? 0) + 1, request.Value, step.Now, step.Caller.Principal.Arn);
        var parameter = new StoredParameter(
            request.Name, SsmParameters.Arn(step, request.Name), request.Type ?? known!.Type, [.. known?.Versions ?? [], version])
        {
            Description = request.Description ?? known?.Description,
            KeyId = request.KeyId ?? known?.KeyId,
            AllowedPattern = pattern,
            Tier = request.Tier ?? known?.Tier ?? "Standard",
            DataType = request.DataType ?? known?.DataType ?? "text",
            Tags = request.Tags ?? known?.Tags ?? [],
        };
        step.Table(SsmState.Parameters).Put(parameter.Name, parameter);
        return new PutParameterResponse { Version = version.Number, Tier = parameter.Tier };
    }

    internal static Outcome<GetParameterResponse> GetParameter(Step step, GetParameterRequest request) =>
        SsmParameters.Read(step, request.Name).Select(parameter => new GetParameterResponse { Parameter = parameter });

    internal static Outcome<GetParametersResponse> GetParameters(Step step, GetParametersRequest request)
    {
        var read = request.Names.Select(name => (Name: name, Outcome: SsmParameters.Read(step, name))).ToList();
        return new GetParametersResponse
        {
            Parameters = read.Select(one => one.Outcome).OfType<Outcome<Parameter>.Answered>().Select(found => found.Response).ToList(),
            InvalidParameters = read.Where(one => one.Outcome is Outcome<Parameter>.Refused).Select(one => one.Name).ToList(),
        };
    }

    internal static Outcome<GetParametersByPathResponse> GetParametersByPath(Step step, GetParametersByPathRequest request)
    {
        if (request.ParameterFilters is { Count: > 0 })
        {
            return new Refusal("InvalidFilterKey", "The embedded cloud has no filters in GetParametersByPath.");
        }

        var path = request.Path.TrimEnd('/') + "/";
        var below = step.Table(SsmState.Parameters).WithPrefix(path)
            .Where(parameter => request.Recursive == true || !parameter.Name[path.Length..].Contains('/'));
        var (page, next) = Page(below, request.NextToken, request.MaxResults);
        return new GetParametersByPathResponse
        {
            Parameters = page.Select(parameter => SsmParameters.Shown(parameter, parameter.Latest)).ToList(),
            NextToken = next,
        };
    }

    internal static Outcome<DescribeParametersResponse> DescribeParameters(Step step, DescribeParametersRequest request)
    {
        if (request.Filters is { Count: > 0 }
            || request.ParameterFilters?.Any(filter => filter is not { Key: "Name", Option: null or "Equals" or "BeginsWith" }) == true)
        {
            return new Refusal("InvalidFilterKey", "The embedded cloud filters parameters by Name only, with Equals or BeginsWith.");
        }

        var matching = step.Table(SsmState.Parameters).All.Where(parameter => request.ParameterFilters?.All(filter => filter.Values?.Any(value =>
            filter.Option == "BeginsWith" ? parameter.Name.StartsWith(value, StringComparison.Ordinal) : parameter.Name == value) == true) != false);
        var (page, next) = Page(matching, request.NextToken, request.MaxResults);
        return new DescribeParametersResponse { Parameters = page.Select(Described).ToList(), NextToken = next };
    }

    internal static Outcome<DeleteParameterResponse> DeleteParameter(Step step, DeleteParameterRequest request) =>
        step.Table(SsmState.Parameters).Remove(request.Name) ? new DeleteParameterResponse() : SsmParameters.NotFound;

    internal static Outcome<AddTagsToResourceResponse> AddTagsToResource(Step step, AddTagsToResourceRequest request) =>
        Tag(step, request.ResourceId, new AddTagsToResourceResponse(), tags =>
            [.. tags.ExceptBy(request.Tags.Select(tag => tag.Key), tag => tag.Key), .. request.Tags]);

    internal static Outcome<RemoveTagsFromResourceResponse> RemoveTagsFromResource(Step step, RemoveTagsFromResourceRequest request) =>
        Tag(step, request.ResourceId, new RemoveTagsFromResourceResponse(), tags => tags.ExceptBy(request.TagKeys, tag => tag.Key).ToList());

    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        step.Table(SsmState.Parameters).Find(request.ResourceId) is { } parameter
            ? new ListTagsForResourceResponse { TagList = parameter.Tags }
            : UnknownResource(request.ResourceId);

    private static Outcome<T> Tag<T>(Step step, string name, T response, Func<IReadOnlyList<Tag>, IReadOnlyList<Tag>> change)
    {
        if (step.Table(SsmState.Parameters).Find(name) is not { } parameter)
        {
            return UnknownResource(name);
        }

        step.Table(SsmState.Parameters).Put(name, parameter with { Tags = change(parameter.Tags) });
        return response;
    }

    private static (List<StoredParameter> Page, string? Next) Page(IEnumerable<StoredParameter> all, string? after, int? size)
    {
        var limit = size ?? DefaultPage;
        var rest = all.Where(parameter => after is null || string.CompareOrdinal(parameter.Name, after) > 0).Take(limit + 1).ToList();
        return rest.Count > limit ? (rest[..limit], rest[limit - 1].Name) : (rest, null);
    }

    private static ParameterMetadata Described(StoredParameter parameter) => new()
    {
        Name = parameter.Name,
        ARN = parameter.Arn,
        Type = parameter.Type,
        KeyId = parameter.KeyId,
        LastModifiedDate = parameter.Latest.LastModifiedDate,
        LastModifiedUser = parameter.Latest.LastModifiedUser,
        Description = parameter.Description,
        AllowedPattern = parameter.AllowedPattern,
        Version = parameter.Latest.Number,
        Tier = parameter.Tier,
        DataType = parameter.DataType,
    };

    private static Refusal UnknownResource(string id) => new("InvalidResourceId", $"The resource ID {id} is not valid: there is no such parameter.");
}
