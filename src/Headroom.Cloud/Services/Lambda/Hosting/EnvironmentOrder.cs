namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>An execution environment to be started.</summary>
/// <param name="EnvironmentId">Never used again.</param>
/// <param name="FunctionName">The function's name.</param>
/// <param name="Runtime">E.g. <c>provided.al2023</c>, <c>python3.12</c>.</param>
/// <param name="Handler">As configured, e.g. <c>app.lambda_handler</c>.</param>
/// <param name="CodeSha256">Base64; the same package has the same.</param>
/// <param name="Zip">The deployment package.</param>
/// <param name="Variables">Every environment variable that Lambda sets, but for those that only the host knows (task root, runtime API).</param>
public sealed record EnvironmentOrder(
    string EnvironmentId,
    string FunctionName,
    string Runtime,
    string Handler,
    string CodeSha256,
    byte[] Zip,
    IReadOnlyDictionary<string, string> Variables);
