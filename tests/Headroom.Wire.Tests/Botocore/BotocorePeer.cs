using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Headroom.Wire.Http;

namespace Headroom.Wire.Tests.Botocore;

/// <summary>One Python process with botocore for all tests; where it is absent they are skipped, in CI they fail.</summary>
public sealed class BotocorePeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process? process = Start();

    public JsonObject Ask(JsonObject question)
    {
        if (process is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "python3 with botocore is not there");
            Assert.Fail("python3 with botocore is not there");
        }

        process.StandardInput.WriteLine(question.ToJsonString());
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLineAsync().WaitAsync(Patience).GetAwaiter().GetResult();
        return JsonNode.Parse(answer ?? throw new InvalidOperationException("botocore's process has ended"))!.AsObject();
    }

    /// <summary>The request that botocore sends.</summary>
    public WireRequest Request(JsonObject question)
    {
        var sent = Ask(question);
        sent.ContainsKey("problem").ShouldBeFalse(sent.ToJsonString());
        var url = new Uri((string)sent["url"]!);
        var headers = new WireHeaders { ["Host"] = url.Authority };
        foreach (var (name, value) in sent["headers"]!.AsObject())
        {
            headers.Add(name, (string)value!);
        }

        var (path, query) = RawParts((string)sent["url"]!);
        return new WireRequest((string)sent["method"]!, path, query, headers, Convert.FromBase64String((string)sent["body"]!));
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
        }

        process?.Dispose();
    }

    // As it was sent: System.Uri would tidy up what is percent-encoded.
    private static (string Path, string Query) RawParts(string url)
    {
        var rest = url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..];
        var parts = (rest.IndexOf('/') < 0 ? "/" : rest[rest.IndexOf('/')..]).Split('?', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static Process? Start()
    {
        try
        {
            using var probe = Process.Start(new ProcessStartInfo("python3", ["-c", "import botocore"]) { UseShellExecute = false, RedirectStandardError = true })!;
            return probe.WaitForExit(Patience) && probe.ExitCode == 0
                ? Process.Start(new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Botocore", "botocore_peer.py")])
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    Environment = { ["AWS_EC2_METADATA_DISABLED"] = "true", ["AWS_CONFIG_FILE"] = "/dev/null" },
                })
                : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
