namespace Headroom.Cloud.Tests.Messaging;

public sealed class ClientTests
{
    [Fact]
    public async Task An_application_on_boto3_finds_the_messaging_services_as_on_AWS() =>
        (await PythonClient.RunAsync("Messaging/messaging.py")).ShouldEndWith("done\n");
}
