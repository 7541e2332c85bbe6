using System.Text;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

public sealed class MapRunTests
{
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_distributed_map_reads_its_items_from_S3_and_writes_its_results_there()
    {
        _cloud.Call("s3", "CreateBucket", new() { ["Bucket"] = "data" });
        _cloud.Call("s3", "PutObject", new() { ["Bucket"] = "data", ["Key"] = "items.csv", ["Body"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("name,count\na,1\nb,2\n")) });
        var machine = Machines.Create(_cloud, "m", """
            {"Each": {"Type": "Map", "Label": "each", "End": true,
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
                "Parameters": {"Bucket": "data", "Key": "items.csv"}},
              "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "data", "Prefix": "out"}},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}
            """);

        var run = Machines.Start(_cloud, machine);
        _cloud.Advance(TimeSpan.FromSeconds(5));

        var described = Machines.Describe(_cloud, run);
        described["status"]!.ToString().ShouldBe("SUCCEEDED", described.ToJsonString());
        var output = JsonNode.Parse((string)described["output"]!)!;
        var manifest = Read((string)output["ResultWriterDetails"]!["Key"]!);
        var results = Read((string)manifest["ResultFiles"]!["SUCCEEDED"]![0]!["Key"]!).AsArray();
        results.Select(result => (string)result!["Output"]!).ShouldBe(["""{"name":"a","count":"1"}""", """{"name":"b","count":"2"}"""]);
    }

    [Fact]
    public void A_map_run_can_be_described_and_its_children_listed()
    {
        var machine = Machines.Create(_cloud, "m", """
            {"Each": {"Type": "Map", "Label": "each", "End": true, "ToleratedFailureCount": 1, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {
                "C": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 2, "Next": "F"}], "Default": "P"},
                "F": {"Type": "Fail", "Error": "Two"}, "P": {"Type": "Pass", "End": true}}}}}
            """);

        var run = Machines.Start(_cloud, machine, input: "[1, 2, 3]");
        _cloud.Advance(TimeSpan.FromSeconds(5));

        Machines.Describe(_cloud, run)["status"]!.ToString().ShouldBe("SUCCEEDED");
        var mapRun = (string)_cloud.Call("stepfunctions", "ListMapRuns", new() { ["executionArn"] = run })["mapRuns"]![0]!["mapRunArn"]!;
        var counts = _cloud.Call("stepfunctions", "DescribeMapRun", new() { ["mapRunArn"] = mapRun })["executionCounts"]!;
        (counts["succeeded"]!.GetValue<int>(), counts["failed"]!.GetValue<int>(), counts["total"]!.GetValue<int>()).ShouldBe((2, 1, 3));
        var failed = _cloud.Call("stepfunctions", "ListExecutions", new() { ["mapRunArn"] = mapRun, ["statusFilter"] = "FAILED" })["executions"]!.AsArray().Single();
        Machines.History(_cloud, (string)failed!["executionArn"]!).ShouldBe(["ExecutionStarted", "ChoiceStateEntered", "ChoiceStateExited", "FailStateEntered", "ExecutionFailed"]);
    }

    [Fact]
    public void A_map_run_that_is_updated_starts_more_children_at_once()
    {
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "m", Waiting("\"MaxConcurrency\": 1, ")), input: "[1, 2, 3, 4]");
        _cloud.Advance(TimeSpan.FromSeconds(1));
        var mapRun = MapRunOf(run);
        var counts = Describe(mapRun)["itemCounts"]!;
        (counts["running"]!.GetValue<int>(), counts["pending"]!.GetValue<int>(), counts["total"]!.GetValue<int>()).ShouldBe((1, 3, 4));

        _cloud.Call("stepfunctions", "UpdateMapRun", new() { ["mapRunArn"] = mapRun, ["maxConcurrency"] = 3 });

        var described = Describe(mapRun);
        described["maxConcurrency"]!.GetValue<int>().ShouldBe(3);
        counts = described["executionCounts"]!;
        (counts["running"]!.GetValue<int>(), counts["pending"]!.GetValue<int>(), counts["total"]!.GetValue<int>()).ShouldBe((3, 1, 4));
        _cloud.Advance(TimeSpan.FromSeconds(25));
        Machines.Describe(_cloud, run)["status"]!.ToString().ShouldBe("SUCCEEDED");
        _cloud.Refused("stepfunctions", "UpdateMapRun", new() { ["mapRunArn"] = mapRun, ["maxConcurrency"] = 1 }).Code.ShouldBe("ValidationException");
    }

    [Fact]
    public void A_map_run_fails_as_soon_as_an_update_tolerates_less_than_has_failed()
    {
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "m", Waiting("\"ToleratedFailurePercentage\": 50, ")), input: "[1, 2, 3, 4]");
        _cloud.Advance(TimeSpan.FromSeconds(1));
        var mapRun = MapRunOf(run);
        var child = (string)_cloud.Call("stepfunctions", "ListExecutions", new() { ["mapRunArn"] = mapRun })["executions"]![0]!["executionArn"]!;
        _cloud.Call("stepfunctions", "StopExecution", new() { ["executionArn"] = child });
        Machines.Describe(_cloud, run)["status"]!.ToString().ShouldBe("RUNNING");

        _cloud.Call("stepfunctions", "UpdateMapRun", new() { ["mapRunArn"] = mapRun, ["toleratedFailurePercentage"] = 20 });

        Machines.Describe(_cloud, run)["error"]!.ToString().ShouldBe("States.ExceedToleratedFailureThreshold");
        var described = Describe(mapRun);
        described["status"]!.ToString().ShouldBe("FAILED");
        described["executionCounts"]!["aborted"]!.GetValue<int>().ShouldBe(4);
    }

    [Fact]
    public void Nothing_can_be_updated_of_a_map_run_that_is_not_there() =>
        _cloud.Refused("stepfunctions", "UpdateMapRun", new() { ["mapRunArn"] = "arn:aws:states:us-east-1:123456789012:mapRun:m/each:none", ["maxConcurrency"] = 1 })
            .Code.ShouldBe("ResourceNotFound");

    [Fact]
    public void A_label_may_have_spaces()
    {
        var machine = Machines.Create(_cloud, "m", Waiting("").Replace("\"each\"", "\"each (5, 5) of all\"", StringComparison.Ordinal));

        var run = Machines.Start(_cloud, machine, input: "[1, 2]");
        _cloud.Advance(TimeSpan.FromSeconds(15));

        Machines.Describe(_cloud, run)["status"]!.ToString().ShouldBe("SUCCEEDED");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"Parameters\": {\"Bucket\": [1], \"Key\": {\"a\": \"b\"}}, ")]
    public void A_reader_that_names_no_file_fails_the_map_run(string parameters)
    {
        var machine = Machines.Create(_cloud, "m", $$$"""
            {"Each": {"Type": "Map", "End": true,
              "ItemReader": {{{{parameters}}}"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true} } } } }
            """);

        var run = Machines.Start(_cloud, machine, input: "[1, 2]");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        Machines.Describe(_cloud, run)["error"]!.ToString().ShouldBe("States.ItemReaderFailed");
    }

    private static string Waiting(string fields) =>
        $$$"""
        {"Each": {"Type": "Map", "Label": "each", {{{fields}}}"End": true, "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "W", "States": {
            "W": {"Type": "Wait", "Seconds": 10, "End": true} } } } }
        """;

    private string MapRunOf(string execution) =>
        (string)_cloud.Call("stepfunctions", "ListMapRuns", new() { ["executionArn"] = execution })["mapRuns"]![0]!["mapRunArn"]!;

    private JsonObject Describe(string mapRun) => _cloud.Call("stepfunctions", "DescribeMapRun", new() { ["mapRunArn"] = mapRun });

    private JsonNode Read(string key) =>
        JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String((string)_cloud.Call("s3", "GetObject", new() { ["Bucket"] = "data", ["Key"] = key })["Body"]!)))!;
}
