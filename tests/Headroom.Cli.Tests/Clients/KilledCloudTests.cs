namespace Headroom.Cli.Tests.Clients;

/// <summary>A cloud that ends without being able to clean up.</summary>
public sealed class KilledCloudTests
{
    [Fact]
    public async Task A_killed_cloud_takes_its_functions_processes_with_it()
    {
        Programs.Require("aws", "jq", "bash", "pgrep", "dotnet");

        var printed = await Bash.RunAsync($$"""
            log=$(mktemp)
            dotnet "{{Path.Combine(AppContext.BaseDirectory, "headroom.dll")}}" up --port 0 --deploy --speed 50 --json > "$log" &
            cloud=$!
            trap 'kill -KILL $cloud 2>/dev/null || true' EXIT
            for look in $(seq 300); do grep -q '"Ready"' "$log" && break; sleep 0.2; done
            export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
            aws --endpoint-url "$(jq -r 'select(.event == "Ready").endpoint' "$log")" sns publish --message hello --topic-arn arn:aws:sns:us-east-1:123456789012:customer_topic > /dev/null
            for look in $(seq 100); do
              guard=$(pgrep -P $cloud || true)
              function=$( [ -z "$guard" ] || pgrep -P "$guard" bootstrap || true)
              [ -z "$function" ] || break
              sleep 0.1
            done
            [ -n "$function" ] || { echo "the function never ran"; exit 1; }
            kill -KILL $cloud
            for look in $(seq 100); do kill -0 "$function" 2>/dev/null || break; sleep 0.1; done
            kill -0 "$function" 2>/dev/null && echo "still there" || echo "gone"
            """);

        printed.ShouldBe("gone\n");
    }
}
