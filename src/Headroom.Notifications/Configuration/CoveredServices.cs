using System.Collections.Immutable;
using System.Text.Json;
using Headroom.Notifications.Contract;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Configuration;

/// <summary>Where the list of the services covered is.</summary>
public abstract record CoveredServices
{
    private const string ListVariable = "HEADROOM_SERVICES";
    private const string PathVariable = "HEADROOM_SERVICES_PATH";
    private const string Form = "a JSON list of \"cluster/service\", at least one";

    private CoveredServices()
    {
    }

    /// <summary>In the environment itself, of which a function has 4 KB: room for about a hundred.</summary>
    /// <param name="Services">The services; at least one, each once.</param>
    public sealed record Listed(ImmutableArray<CoveredService> Services) : CoveredServices;

    /// <summary>
    /// In Parameter Store, a JSON list in each parameter directly under the path. It is read for each invocation, because a change of
    /// parameters alone starts no new environments for the function.
    /// </summary>
    /// <param name="Path">The path, such as <c>/headroom/shop</c>.</param>
    public sealed record InParameterStore(string Path) : CoveredServices;

    /// <summary>Reads <c>HEADROOM_SERVICES</c> or, where that is not set, <c>HEADROOM_SERVICES_PATH</c>.</summary>
    /// <exception cref="InvalidSettingException">Neither is set, or the list is none.</exception>
    internal static CoveredServices Read(Func<string, string?> variable) => (variable(ListVariable), variable(PathVariable)) switch
    {
        ({ Length: > 0 } list, _) => new Listed(TryRead([list]) ?? throw new InvalidSettingException(ListVariable, list, Form)),
        (_, { Length: > 0 } path) => new InParameterStore(path),
        _ => throw new InvalidSettingException(ListVariable, "", $"set, or {PathVariable}"),
    };

    /// <summary>The services covered now.</summary>
    /// <exception cref="InvalidSettingException">The parameters cannot be read, or hold no such list.</exception>
    internal async Task<ImmutableArray<CoveredService>> ListAsync(PatientCalls calls) => this switch
    {
        Listed listed => listed.Services,
        InParameterStore { Path: var path } => TryRead(await ParametersAsync(path, calls))
            ?? throw new InvalidSettingException(PathVariable, path, $"a path of parameters, in each of them {Form}"),
        _ => throw new InvalidOperationException($"No such place: {this}"),
    };

    private static async Task<ImmutableArray<string>> ParametersAsync(string path, PatientCalls calls)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        string? page = null;
        do
        {
            var request = new GetParametersByPathRequest(path, page);
            var json = JsonSerializer.Serialize(request, AwsJson.Pascal.GetParametersByPathRequest);
            var reply = await calls.CallAsync("ssm", "GetParametersByPath", json);
            if (reply is AwsReply.Failed failed)
            {
                throw new InvalidSettingException(
                    PathVariable, path, $"a path of parameters that can be read ({failed.Code}: {failed.Message})");
            }

            var answer = JsonSerializer.Deserialize(((AwsReply.Answered)reply).Json, AwsJson.Pascal.GetParametersByPathResponse);
            values.AddRange((answer?.Parameters ?? []).Select(parameter => parameter.Value ?? ""));
            page = answer?.NextToken;
        }
        while (page is { Length: > 0 });

        return values.ToImmutable();
    }

    private static ImmutableArray<CoveredService>? TryRead(ImmutableArray<string> lists)
    {
        try
        {
            var names = lists.SelectMany(list => JsonSerializer.Deserialize(list, AwsJson.Pascal.StringArray) ?? []);
            var services = names.Select(name => CoveredService.TryParse(name ?? "")).Distinct().ToList();
            var readable = services.Count > 0 && services.TrueForAll(service => service is not null);
            return readable ? [.. services.OfType<CoveredService>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
