using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Simulation.Staging;

/// <summary>While the stage is set only the deletion guard is invoked, whose creation is agreed to.</summary>
internal sealed class StageFunctions : IFunctionHost
{
    private Action<Action<Step>> _apply = _ => throw new InvalidOperationException("Nothing plays on the stage yet.");

    /// <summary>Whose functions they are, and when.</summary>
    internal void Play(CloudKernel kernel, DateTimeOffset now) => _apply = change => kernel.Apply(now, change);

    public void Listen(Action<FunctionNews> hear) => throw new NotSupportedException("The stage hears its functions' news itself.");

    public void Start(EnvironmentOrder order) => Tell(new FunctionNews.Ready(order.EnvironmentId));

    public void Invoke(InvocationOrder order)
    {
        var path = new Uri((string)JsonNode.Parse(order.Payload)!["ResponseURL"]!).AbsolutePath.Split('/', 3);
        var answer = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"Status":"SUCCESS","PhysicalResourceId":"guard"}"""));
        _apply(step => step.CallAs(Stage.Administrator, "s3", "PutObject", new() { ["Bucket"] = path[1], ["Key"] = path[2], ["Body"] = answer }));
        Tell(new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null"));
    }

    public void Stop(string environmentId)
    {
        // Nothing runs that would have to be ended.
    }

    private void Tell(FunctionNews news) => _apply(step => LambdaService.Tell(this, step, news));
}
