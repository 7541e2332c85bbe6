using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace Headroom.Infrastructure.Publishing;

/// <summary>The Notifier's binary as a CDK asset.</summary>
public static class NotifierAsset
{
    /// <summary>The code in <paramref name="directory"/>, named by the hash of the sources it was built from.</summary>
    public static Code Code(NotifierSources sources, Architecture architecture, string directory) =>
        Amazon.CDK.AWS.Lambda.Code.FromAsset(directory, new Amazon.CDK.AWS.S3.Assets.AssetOptions
        {
            AssetHash = sources.Hash(architecture.Name),
            AssetHashType = AssetHashType.CUSTOM,
        });
}
