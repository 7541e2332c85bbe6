using System.Reflection;

namespace Headroom.Cloud.Services.Iam;

/// <summary>
/// The AWS managed policies that the cloud has, as files in <c>AwsManaged/</c>
/// (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html).
/// </summary>
internal static class AwsManagedPolicies
{
    private const string ArnPrefix = "arn:aws:iam::aws:policy/";
    private const string ResourcePrefix = "aws-managed/";

    private static readonly SortedDictionary<string, string> Documents = new(Load(), StringComparer.Ordinal);

    /// <summary>Their names with path, e.g. <c>service-role/AWSLambdaBasicExecutionRole</c>.</summary>
    internal static IReadOnlyCollection<string> Names => Documents.Keys;

    /// <summary>Whether the ARN is one of AWS's own policies.</summary>
    internal static bool IsAws(string policyArn) => policyArn.StartsWith(ArnPrefix, StringComparison.Ordinal);

    /// <summary>The document, or null.</summary>
    internal static string? Find(string policyArn) => IsAws(policyArn) ? Documents.GetValueOrDefault(policyArn[ArnPrefix.Length..]) : null;

    /// <summary>The ARN of a name with path.</summary>
    internal static string Arn(string name) => ArnPrefix + name;

    private static Dictionary<string, string> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .ToDictionary(name => name[ResourcePrefix.Length..^".json".Length].Replace('\\', '/'), name => Text(assembly, name));
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
