namespace Headroom.Cloud.Tests.Capacity;

public sealed class ClientTests
{
    [Fact]
    public async Task An_operator_on_boto3_finds_the_capacity_services_as_on_AWS() => await PythonClient.RunAsync("Capacity/capacity.py", speed: 30);
}
