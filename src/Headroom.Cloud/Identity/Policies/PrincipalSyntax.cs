using System.Text.Json.Nodes;

namespace Headroom.Cloud.Identity.Policies;

/// <summary>Reads the Principal of a statement (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).</summary>
internal static class PrincipalSyntax
{
    internal static PrincipalElement? Read(JsonObject statement) => (statement["Principal"], statement["NotPrincipal"]) switch
    {
        (null, null) => null,
        ({ } given, null) => Element(given, negated: false),
        (null, { } given) => Element(given, negated: true),
        _ => throw new PolicySyntaxException("A statement has Principal or NotPrincipal, not both."),
    };

    private static PrincipalElement Element(JsonNode node, bool negated)
    {
        if (node is not JsonObject kinds)
        {
            return PolicyValues.Text(node, "Principal") == "*"
                ? new(Everyone: true, [], [], [], negated)
                : throw new PolicySyntaxException("Invalid principal in policy.");
        }

        if (kinds.Select(kind => kind.Key).FirstOrDefault(kind => kind is not ("AWS" or "Service" or "Federated" or "CanonicalUser")) is { } unknown)
        {
            throw new PolicySyntaxException($"Invalid principal in policy: {unknown}.");
        }

        // Nobody here comes from a federation or has a canonical user id: those lists name nobody.
        var aws = kinds["AWS"] is { } given ? PolicyValues.Texts(given, "Principal") : [];
        return new(
            aws.Contains("*"),
            aws.Select(Account).OfType<string>().ToList(),
            aws.Where(arn => arn != "*" && Account(arn) is null).ToList(),
            kinds["Service"] is { } services ? PolicyValues.Texts(services, "Principal") : [],
            negated);
    }

    private static string? Account(string principal) => principal.Split(':') switch
    {
        ["arn", _, "iam", "", var account, "root"] => account,
        [{ Length: 12 } account] when account.All(char.IsAsciiDigit) => account,
        _ => null,
    };
}
