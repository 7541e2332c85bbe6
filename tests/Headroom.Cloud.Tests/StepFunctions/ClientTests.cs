namespace Headroom.Cloud.Tests.StepFunctions;

public sealed class ClientTests
{
    [Fact]
    public async Task An_operator_on_boto3_finds_Step_Functions_as_on_AWS() => await PythonClient.RunAsync("StepFunctions/workflows.py");
}
