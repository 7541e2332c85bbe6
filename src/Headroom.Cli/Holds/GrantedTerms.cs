using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Contract;

namespace Headroom.Cli.Holds;

/// <summary>What an installation grants, read from its Notifier's configuration: by it, a notification can be judged before it is published.</summary>
internal static class GrantedTerms
{
    private const string Services = "HEADROOM_SERVICES";
    private const string ServicesPath = "HEADROOM_SERVICES_PATH";

    /// <exception cref="AwsRefusal">The configuration may not be read.</exception>
    /// <exception cref="InvalidSettingException">The Notifier itself could not work with it.</exception>
    internal static async Task<ContractTerms> OfAsync(IAws aws, string function, CancellationToken cancellation)
    {
        var configuration = await aws.CallAsync("lambda", "GetFunctionConfiguration", new() { ["FunctionName"] = function }, cancellation);
        var variables = configuration["Environment"]?["Variables"]?.AsObject() ?? [];
        var list = (string?)variables[Services] ?? await ListAsync(aws, (string?)variables[ServicesPath], cancellation);
        var settings = NotifierSettings.Read(name => name == Services ? list : (string?)variables[name]);
        var listed = (CoveredServices.Listed)settings.Services;
        return new(listed.Services, settings.DefaultHold, settings.MaxHold);
    }

    private static async Task<string?> ListAsync(IAws aws, string? path, CancellationToken cancellation)
    {
        if (path is null)
        {
            return null;
        }

        var names = new JsonArray();
        await foreach (var page in aws.PagesAsync("ssm", "GetParametersByPath", new() { ["Path"] = path }, "NextToken", cancellation: cancellation))
        {
            foreach (var name in (page["Parameters"]?.AsArray() ?? []).SelectMany(parameter => JsonNode.Parse((string)parameter!["Value"]!)!.AsArray()))
            {
                names.Add(name?.DeepClone());
            }
        }

        return names.ToJsonString();
    }
}
