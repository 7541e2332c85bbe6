using System.CommandLine;
using System.Text.RegularExpressions;

namespace Headroom.Cli.Aws;

/// <summary>The <c>--region</c> option: its value becomes part of host names, ARNs, bucket names and a shell's commands.</summary>
internal static partial class RegionOption
{
    /// <summary>The Region of a local cloud.</summary>
    internal static Option<string> OfLocalCloud(string description)
    {
        var option = new Option<string>("--region") { Description = description, DefaultValueFactory = _ => "us-east-1" };
        Check(option);
        return option;
    }

    /// <summary>Has what has not the form of a Region refused.</summary>
    internal static void Check(Option option) => option.Validators.Add(given =>
    {
        if (given.Tokens is [{ Value: var region }] && !Form().IsMatch(region))
        {
            given.AddError($"--region {region} is no AWS Region such as us-east-1.");
        }
    });

    [GeneratedRegex("^[a-z]+(-[a-z]+)+-[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Form();
}
