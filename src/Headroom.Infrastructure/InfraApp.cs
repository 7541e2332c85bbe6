using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace Headroom.Infrastructure;

/// <summary>The CDK app: the stack <c>infra</c>.</summary>
public static class InfraApp
{
    /// <summary>
    /// The app, ready for <c>Synth()</c>. Its settings are here and not in <c>cdk.json</c>, so that the same template comes out with and
    /// without the CDK CLI.
    /// </summary>
    /// <param name="notifierCode">The Notifier's code.</param>
    /// <param name="outputDirectory">Where the cloud assembly is written; null: where the CDK CLI says.</param>
    public static App Create(Code notifierCode, string? outputDirectory = null)
    {
        var app = new App(new AppProps
        {
            Outdir = outputDirectory,
            AnalyticsReporting = false,
            TreeMetadata = false,
            PostCliContext = new Dictionary<string, object>
            {
                ["aws:cdk:enable-path-metadata"] = true,
                ["aws:cdk:enable-asset-metadata"] = true,
                ["@aws-cdk/aws-iam:minimizePolicies"] = true,
                ["@aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker"] = true,
            },
        });
        _ = new InfraStack(app, "infra", notifierCode);
        return app;
    }
}
