using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Assemblies;

/// <summary>Deploys the stacks of an assembly through CloudFormation, without Node.</summary>
/// <param name="aws">Where to.</param>
/// <param name="progress">Told each event.</param>
/// <param name="deployed">Told each stack as soon as it is there: a later one may fail.</param>
internal sealed class StackDeployment(IAws aws, Action<string> progress, Action<DeployedStack>? deployed = null)
{
    private static readonly string[] Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];

    internal async Task<IReadOnlyList<DeployedStack>> DeployAsync(CloudAssembly assembly, CancellationToken cancellation)
    {
        var identity = await aws.CallAsync("sts", "GetCallerIdentity", [], cancellation);
        var placeholders = new AccountPlaceholders((string)identity["Account"]!, aws.Region);
        foreach (var stack in assembly.Stacks)
        {
            DemandPlace(stack, placeholders);
        }

        var stacks = new List<DeployedStack>();
        foreach (var stack in assembly.Stacks)
        {
            var publisher = new AssetPublisher(aws, placeholders, progress);
            foreach (var asset in stack.Assets)
            {
                await publisher.PublishAsync(asset, cancellation);
            }

            var settled = await DeployAsync(stack, placeholders, cancellation);
            deployed?.Invoke(settled);
            stacks.Add(settled);
        }

        return stacks;
    }

    private static void DemandPlace(AssemblyStack stack, AccountPlaceholders place)
    {
        if (stack.Environment.Split('/') is [.., var account, var region] && (IsAnother(account, place.AccountId) || IsAnother(region, place.Region)))
        {
            throw new CommandFailure(
                $"Stack {stack.Name} is for account {account} in {region}, but this is {place.AccountId} in {place.Region}. Give its Region with --region, or credentials of its account with --profile. Nothing was deployed.");
        }
    }

    private static bool IsAnother(string wanted, string here) => !wanted.StartsWith("unknown-", StringComparison.Ordinal) && wanted != here;

    private async Task<DeployedStack> DeployAsync(AssemblyStack stack, AccountPlaceholders placeholders, CancellationToken cancellation)
    {
        var progressOfStack = new StackProgress(aws, stack.Name, progress);
        var before = await progressOfStack.StatusAsync(cancellation);
        if (before == "ROLLBACK_COMPLETE")
        {
            throw new CommandFailure($"Stack {stack.Name} is in ROLLBACK_COMPLETE: its creation failed before. Delete it (aws cloudformation delete-stack --stack-name {stack.Name}) and deploy again.");
        }

        await progressOfStack.SkipOldEventsAsync(cancellation);
        var request = new JsonObject
        {
            ["StackName"] = stack.Name,
            ["Capabilities"] = new JsonArray([.. Capabilities.Select(capability => JsonValue.Create(capability))]),
        };
        await AddTemplateAsync(request, stack, placeholders, cancellation);
        if (stack.ExecutionRoleArn is { } role)
        {
            request["RoleARN"] = placeholders.Fill(role);
        }

        try
        {
            await aws.CallAsync("cloudformation", before is null ? "CreateStack" : "UpdateStack", request, cancellation);
        }
        catch (AwsRefusal refusal) when (refusal.Reason.Contains("No updates are to be performed", StringComparison.Ordinal))
        {
            progress($"stack {stack.Name} is up to date");
        }

        return await progressOfStack.UntilSettledAsync(cancellation);
    }

    private async Task AddTemplateAsync(JsonObject request, AssemblyStack stack, AccountPlaceholders placeholders, CancellationToken cancellation)
    {
        if (stack.TemplateUrl is { } url && url.StartsWith("s3://", StringComparison.Ordinal))
        {
            var place = placeholders.Fill(url)["s3://".Length..];
            var slash = place.IndexOf('/', StringComparison.Ordinal);
            request["TemplateURL"] = aws.Endpoint is { } endpoint
                ? new Uri(endpoint, place).ToString()
                : $"https://{place[..slash]}.s3.{aws.Region}.amazonaws.com{place[slash..]}";
        }
        else
        {
            request["TemplateBody"] = await File.ReadAllTextAsync(stack.TemplateFile, cancellation);
        }
    }
}
