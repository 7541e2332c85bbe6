using Headroom.Wire.Descriptions;

namespace Headroom.Wire.SdkIntegrations;

/// <summary>
/// A state machine names members as the AWS SDK for Java 2 does, in PascalCase
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html"/>): ECS's <c>desiredCount</c> is
/// <c>DesiredCount</c>; capitals at the start are one word (<c>SSESpecification</c> is <c>SseSpecification</c>, <c>BOOL</c> is <c>Bool</c>).
/// </summary>
public static class JavaNames
{
    /// <summary>The state machine's name of a member.</summary>
    /// <param name="name">The API's name.</param>
    public static string Of(string name)
    {
        var word = 1;
        while (word < name.Length && char.IsUpper(name[word]) && !(word < name.Length - 1 && char.IsLower(name[word + 1])))
        {
            word++;
        }

        var pascal = char.ToUpperInvariant(name[0]) + name[1..word].ToLowerInvariant() + name[word..];
        return pascal == "Null" ? "Nul" : pascal; // null is a word of Java's own
    }

    /// <summary>The member that a state machine means; the API's own name does as well, in any case. Null where there is none.</summary>
    public static Member? Find(StructureShape shape, string name) =>
        shape.MemberNamedInJava(name)
        ?? shape.Members.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
