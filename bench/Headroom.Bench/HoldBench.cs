using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cloud;

namespace Headroom.Bench;

/// <summary>
/// From a publish to what it is for, at real speed, each in a cloud of its own whose functions have never run: Headroom's stack and
/// the sample's. Resolution is one look, some milliseconds.
/// </summary>
internal static class HoldBench
{
    private const int Runs = 5;
    private const string Target = "service/ecs-scaling-example/service_1";

    internal static async Task RunAsync()
    {
        Console.WriteLine($"{Runs} clouds of each kind; deploying takes as long as tasks take to start …");
        foreach (var (name, read) in new (string, Func<IAws, CloudAssembly>)[] { ("Headroom", ShippedAssembly.Read), ("sample", _ => CloudAssembly.Read(SharedFolder.SampleAssembly)) })
        {
            var clouds = await Task.WhenAll(Enumerable.Range(0, Runs).Select(_ => DeployAsync(read)));
            var measured = new List<(double Paused, double AtMax)>();
            foreach (var (cloud, aws) in clouds)
            {
                measured.Add(await MeasureAsync(cloud, aws));
                await cloud.DisposeAsync();
            }

            Console.WriteLine($"{name,-10} publish → paused          {Spread.Of(measured.Select(m => m.Paused))}");
            Console.WriteLine($"{name,-10} publish → desired at max  {Spread.Of(measured.Select(m => m.AtMax))}");
        }
    }

    private static async Task<(EmbeddedCloud Cloud, IAws Aws)> DeployAsync(Func<IAws, CloudAssembly> read)
    {
        var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = 1 });
        var aws = AwsConnection.ToLocal(cloud.Settings);
        await new StackDeployment(aws, _ => { }).DeployAsync(read(aws), CancellationToken.None);
        return (cloud, aws);
    }

    private static async Task<(double Paused, double AtMax)> MeasureAsync(EmbeddedCloud cloud, IAws aws)
    {
        await TargetStatus.OfAsync(aws, Target, CancellationToken.None);
        double? paused = null;
        double? atMax = null;
        var topic = cloud.Settings.Arn("sns", "customer_topic");
        var began = TimeProvider.System.GetTimestamp();
        await Publication.SendAsync(aws, topic, "hello!", CancellationToken.None);
        while (paused is null || atMax is null)
        {
            var status = await TargetStatus.OfAsync(aws, Target, CancellationToken.None) ?? throw new InvalidOperationException($"{Target} is gone");
            var now = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            paused ??= status.ScaleInSuspended ? now : null;
            atMax ??= status.DesiredCount == status.MaxCapacity ? now : null;
            if (now > 60_000)
            {
                throw new InvalidOperationException($"nothing happened within a minute: {status}");
            }

            await Pause.ForAsync(TimeSpan.FromMilliseconds(2), CancellationToken.None);
        }

        return (paused.Value, atMax.Value);
    }
}
