using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.CustomResources;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Wire.Shapes.S3;

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
        var put = ResponseBucket.Put((string)JsonNode.Parse(order.Payload)!["ResponseURL"]!, """{"Status":"SUCCESS","PhysicalResourceId":"guard"}"""u8.ToArray());
        _apply(step => step.CallAs<PutObjectRequest, PutObjectResponse>(Stage.Administrator, "s3", "PutObject", put));
        Tell(new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null"));
    }

    public void Stop(string environmentId)
    {
        // Nothing runs that would have to be ended.
    }

    private void Tell(FunctionNews news) => _apply(step => LambdaService.Tell(this, step, news));
}
