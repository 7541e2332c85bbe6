using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// How the Notifier learns which services are covered: in its environment, or, where they would not fit into the 4 KB that
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">a function's environment may have</see>, in
/// Parameter Store, a JSON list of names in each parameter under one path.
/// </summary>
internal sealed class ServiceList : Construct
{
    private const int EnvironmentCharacters = 3000;
    private const int ParameterCharacters = 4000;

    internal ServiceList(Construct scope, string id, IReadOnlyList<CoveredService> services, Role reader)
        : base(scope, id)
    {
        var chunks = Chunks(services);
        if (chunks.Count == 1 && Length(services) <= EnvironmentCharacters)
        {
            Environment = new Dictionary<string, string> { ["HEADROOM_SERVICES"] = Json(services) };
            return;
        }

        var path = $"/headroom/{Names.UniqueResourceName(this, new UniqueResourceNameOptions { Separator = "-" })}";
        for (var number = 0; number < chunks.Count; number++)
        {
            _ = new StringParameter(this, $"Part{number}", new StringParameterProps { ParameterName = $"{path}/{number}", StringValue = Json(chunks[number]) });
        }

        var stack = Stack.Of(this);
        reader.AddToPrincipalPolicy(HoldPermissions.Allow(
            "ReadTheCoveredServices",
            ["ssm:GetParametersByPath"],
            [Parameter(stack, path), Parameter(stack, $"{path}/*")]));
        Environment = new Dictionary<string, string> { ["HEADROOM_SERVICES_PATH"] = path };
    }

    internal Dictionary<string, string> Environment { get; }

    private static string Parameter(Stack stack, string name) =>
        stack.FormatArn(new ArnComponents { Service = "ssm", Resource = "parameter", ResourceName = name[1..] });

    private static List<List<CoveredService>> Chunks(IReadOnlyList<CoveredService> services)
    {
        List<List<CoveredService>> chunks = [[]];
        foreach (var service in services)
        {
            if (chunks[^1].Count > 0 && Length([.. chunks[^1], service]) > ParameterCharacters)
            {
                chunks.Add([]);
            }

            chunks[^1].Add(service);
        }

        return chunks;
    }

    private static int Length(IEnumerable<CoveredService> services) =>
        services.Sum(service => CoveredService.Length(service.ClusterName) + CoveredService.Length(service.ServiceName) + "\"/\",".Length);

    private string Json(IEnumerable<CoveredService> services) => Stack.Of(this).ToJsonString(services.Select(service => service.Name).ToArray());
}
