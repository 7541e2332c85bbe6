using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>AWS Lambda.</summary>
public static class LambdaService
{
    internal const string Name = "lambda";

    /// <summary>The room, with the host that runs its functions.</summary>
    public static ServiceRoom Room(IFunctionHost host) => new(Name, []);

    /// <summary>News of a function's environment, told in a step of its own.</summary>
    public static void Tell(IFunctionHost host, Step step, FunctionNews news)
    {
    }
}
