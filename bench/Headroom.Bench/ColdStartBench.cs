using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cloud;

namespace Headroom.Bench;

/// <summary>
/// The first invocation of a function in a new environment, as its REPORT line has it: <c>Init Duration</c> and <c>Duration</c>. Both functions
/// receive one SNS event and start one execution.
/// </summary>
internal static partial class ColdStartBench
{
    private const int Runs = 9;

    internal static async Task RunAsync()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = 1 });
        var aws = AwsConnection.ToLocal(cloud.Settings);
        var role = await MakeRoleAsync(aws);
        var machine = await MakeMachineAsync(aws, role);
        var native = await MakeAsync(aws, role, "native", "provided.al2023", "bootstrap", ZipArchiveBytes.Of(NativeNotifier.Folder()), new()
        {
            ["HEADROOM_SERVICES"] = """["cluster/service"]""",
            ["HEADROOM_STATE_MACHINE_ARN"] = machine,
            ["HEADROOM_DEAD_LETTER_QUEUE_URL"] = $"{cloud.Settings.Endpoint}/{cloud.Settings.AccountId}/none",
        });
        var python = await MakeAsync(aws, role, "python", "python3.9", "invokestepfunction.lambda_handler", ZipArchiveBytes.Of(SampleFunction()), new() { ["sfn_arn"] = machine });
        foreach (var (name, function) in new[] { ("Notifier, native", native), ("sample, Python", python) })
        {
            var reports = new List<(double Init, double Duration)>();
            for (var run = 0; run <= Runs; run++)
            {
                reports.Add(await InvokeColdAsync(aws, function, run));
            }

            // The first run of each warms the disk and the cloud itself.
            reports.RemoveAt(0);
            Console.WriteLine($"{name,-18} init      {Spread.Of(reports.Select(r => r.Init))}");
            Console.WriteLine($"{name,-18} duration  {Spread.Of(reports.Select(r => r.Duration))}");
            Console.WriteLine($"{name,-18} both      {Spread.Of(reports.Select(r => r.Init + r.Duration))}");
        }
    }

    private static async Task<string> MakeRoleAsync(IAws aws)
    {
        var trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":["lambda.amazonaws.com","states.amazonaws.com"]},"Action":"sts:AssumeRole"}]}""";
        var all = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
        var made = await aws.CallAsync("iam", "CreateRole", new() { ["RoleName"] = "bench", ["AssumeRolePolicyDocument"] = trust }, CancellationToken.None);
        await aws.CallAsync("iam", "PutRolePolicy", new() { ["RoleName"] = "bench", ["PolicyName"] = "all", ["PolicyDocument"] = all }, CancellationToken.None);
        return (string)made["Role"]!["Arn"]!;
    }

    private static async Task<string> MakeMachineAsync(IAws aws, string role)
    {
        var definition = """{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}""";
        var made = await aws.CallAsync("stepfunctions", "CreateStateMachine", new() { ["name"] = "bench", ["definition"] = definition, ["roleArn"] = role }, CancellationToken.None);
        return (string)made["stateMachineArn"]!;
    }

    private static async Task<string> MakeAsync(IAws aws, string role, string name, string runtime, string handler, byte[] zip, JsonObject variables)
    {
        await aws.CallAsync("lambda", "CreateFunction", new()
        {
            ["FunctionName"] = name,
            ["Runtime"] = runtime,
            ["Handler"] = handler,
            ["Role"] = role,
            ["Timeout"] = 30,
            ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(zip) },
            ["Environment"] = new JsonObject { ["Variables"] = variables },
        }, CancellationToken.None);
        return name;
    }

    private static async Task<(double Init, double Duration)> InvokeColdAsync(IAws aws, string function, int run)
    {
        // A changed configuration gives the function a new environment.
        await aws.CallAsync("lambda", "UpdateFunctionConfiguration", new() { ["FunctionName"] = function, ["Description"] = $"run {run}" }, CancellationToken.None);
        var answer = await aws.CallAsync("lambda", "Invoke", new()
        {
            ["FunctionName"] = function,
            ["LogType"] = "Tail",
            ["Payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(SnsEvent($"{function}-{run}"))),
        }, CancellationToken.None);
        var log = Encoding.UTF8.GetString(Convert.FromBase64String((string)answer["LogResult"]!));
        if ((string?)answer["FunctionError"] is { } error)
        {
            throw new InvalidOperationException($"{function}: {error}: {log}");
        }

        return (Number(InitDuration().Match(log)), Number(Duration().Match(log)));
    }

    private static string SampleFunction() =>
        Directory.GetFiles(SharedFolder.SampleAssembly, "invokestepfunction.py", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).Single();

    private static string SnsEvent(string id) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["Sns"] = new JsonObject
            {
                ["MessageId"] = id,
                ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:bench",
                ["Message"] = "hello!",
                ["Timestamp"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            },
        }),
    }.ToJsonString();

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Init Duration: ([\d.]+) ms")]
    private static partial Regex InitDuration();

    [GeneratedRegex(@"\tDuration: ([\d.]+) ms")]
    private static partial Regex Duration();
}
