namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>In each protocol that CloudWatch speaks.</summary>
public sealed class AlarmClientTests
{
    [Theory]
    [InlineData("json")]
    [InlineData("smithy-rpc-v2-cbor")]
    [InlineData("query")]
    public async Task An_operator_on_boto3_finds_metric_math_and_composite_alarms_as_on_AWS(string protocol) =>
        await PythonClient.RunAsync("CloudWatch/alarms.py", speed: 30, protocol);
}
