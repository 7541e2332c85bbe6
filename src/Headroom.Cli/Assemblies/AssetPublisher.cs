using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Assemblies;

/// <summary>Puts a stack's assets into the bootstrap bucket, as the CDK CLI does.</summary>
internal sealed class AssetPublisher(IAws aws, AccountPlaceholders placeholders, Action<string> progress)
{
    internal async Task PublishAsync(AssemblyAsset asset, CancellationToken cancellation)
    {
        var (bucket, key) = (placeholders.Fill(asset.Bucket), placeholders.Fill(asset.Key));
        if (await ExistsAsync(bucket, key, cancellation))
        {
            progress($"asset {key} is there already");
            return;
        }

        var content = asset.IsZip && Directory.Exists(asset.Source)
            ? ZipArchiveBytes.Of(asset.Source)
            : await File.ReadAllBytesAsync(asset.Source, cancellation);
        await aws.CallAsync("s3", "PutObject", new() { ["Bucket"] = bucket, ["Key"] = key, ["Body"] = Convert.ToBase64String(content) }, cancellation);
        progress($"asset {key} published ({content.Length:N0} bytes)");
    }

    private async Task<bool> ExistsAsync(string bucket, string key, CancellationToken cancellation)
    {
        try
        {
            var found = await aws.CallAsync("s3", "ListObjectsV2", new() { ["Bucket"] = bucket, ["Prefix"] = key, ["MaxKeys"] = 1 }, cancellation);
            return found["Contents"] is JsonArray { Count: > 0 } contents && (string?)contents[0]?["Key"] == key;
        }
        catch (AwsRefusal refusal) when (refusal.Code == "NoSuchBucket")
        {
            throw new CommandFailure(aws.Endpoint is { IsLoopback: true }
                ? $"There is no bucket {bucket}. A local cloud has it in its own Region only: is {aws.Region} the one that it was started with (--region)?"
                : $"There is no bucket {bucket}: this account and Region are not bootstrapped. Run `npx cdk bootstrap` once.");
        }
    }
}
