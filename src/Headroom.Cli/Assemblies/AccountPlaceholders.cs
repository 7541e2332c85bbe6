namespace Headroom.Cli.Assemblies;

/// <summary>What the placeholders of an environment-agnostic assembly stand for.</summary>
internal sealed record AccountPlaceholders(string AccountId, string Region)
{
    internal string Fill(string text) => text
        .Replace("${AWS::AccountId}", AccountId, StringComparison.Ordinal)
        .Replace("${AWS::Region}", Region, StringComparison.Ordinal)
        .Replace("${AWS::Partition}", "aws", StringComparison.Ordinal);
}
