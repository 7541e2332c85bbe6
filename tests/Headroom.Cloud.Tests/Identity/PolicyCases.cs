using Headroom.Cloud.Identity;
using Headroom.Cloud.Identity.Policies;

namespace Headroom.Cloud.Tests.Identity;

/// <summary>What a single statement says about a request, as a table.</summary>
public sealed class PolicyCases
{
    private static readonly Principal.AssumedRole Role = new("123456789012", "R", "arn:aws:iam::123456789012:role/R", "S");

    [Theory]
    // Actions compare without case, resources with it; * crosses colons and slashes.
    [InlineData("""{"Effect":"Allow","Action":"ecs:*","Resource":"*"}""", "ecs:UpdateService", "arn:aws:ecs:r:1:service/c/s", "Allowed")]
    [InlineData("""{"Effect":"Allow","Action":"ECS:updateservice","Resource":"*"}""", "ecs:UpdateService", "arn:aws:ecs:r:1:service/c/s", "Allowed")]
    [InlineData("""{"Effect":"Allow","Action":"ecs:Describe*","Resource":"*"}""", "ecs:UpdateService", "arn:aws:ecs:r:1:service/c/s", "Silent")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:ecs:*:service/*/s"}""", "ecs:UpdateService", "arn:aws:ecs:r:1:service/c/s", "Allowed")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:ecs:r:1:service/c/?"}""", "ecs:UpdateService", "arn:aws:ecs:r:1:service/c/s", "Allowed")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:ecs:r:1:service/c/??"}""", "ecs:UpdateService", "arn:aws:ecs:r:1:service/c/s", "Silent")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:ecs:r:1:service/C/s"}""", "ecs:UpdateService", "arn:aws:ecs:r:1:service/c/s", "Silent")]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}""", "ecs:UpdateService", "*", "Allowed")]
    [InlineData("""{"Effect":"Allow","NotAction":["iam:*","ecs:*"],"Resource":"*"}""", "ecs:UpdateService", "*", "Silent")]
    [InlineData("""{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::secret/*"}""", "s3:GetObject", "arn:aws:s3:::secret/a", "Silent")]
    [InlineData("""{"Effect":"Deny","Action":"ecs:*","Resource":"*"}""", "ecs:UpdateService", "*", "Denied")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${aws:PrincipalAccount}-logs/*"}""", "s3:GetObject", "arn:aws:s3:::123456789012-logs/a", "Allowed")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${aws:unknown}/*"}""", "s3:GetObject", "arn:aws:s3:::x/a", "Silent")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${aws:unknown, 'x'}/*"}""", "s3:GetObject", "arn:aws:s3:::x/a", "Allowed")]
    public void A_statement_covers_actions_and_resources(string statement, string action, string resource, string verdict) =>
        Identity(statement, new(action, resource, Context("aws:PrincipalAccount", "123456789012"))).ToString().ShouldBe(verdict);

    [Theory]
    [InlineData("StringEquals", "a", "\"a\"", true)]
    [InlineData("StringEquals", "a", "\"A\"", false)]
    [InlineData("StringEquals", "a", "[\"x\",\"a\"]", true)]
    [InlineData("StringEquals", null, "\"a\"", false)]
    [InlineData("StringEqualsIfExists", null, "\"a\"", true)]
    [InlineData("StringEqualsIfExists", "b", "\"a\"", false)]
    [InlineData("StringNotEquals", "b", "[\"x\",\"a\"]", true)]
    [InlineData("StringNotEquals", "a", "[\"x\",\"a\"]", false)]
    [InlineData("StringNotEquals", null, "\"a\"", true)]
    [InlineData("StringEqualsIgnoreCase", "a", "\"A\"", true)]
    [InlineData("StringLike", "service/c/s", "\"service/*\"", true)]
    [InlineData("StringNotLike", "service/c/s", "\"service/*\"", false)]
    [InlineData("ArnLike", "arn:aws:sns:r:1:topic", "\"arn:aws:sns:*:1:*\"", true)]
    [InlineData("ArnEquals", "arn:aws:sns:r:1:topic", "\"arn:aws:sns:r:1:t*\"", true)]
    [InlineData("ArnNotLike", "arn:aws:sns:r:1:topic", "\"arn:aws:sns:*\"", false)]
    [InlineData("Bool", "true", "\"true\"", true)]
    [InlineData("Bool", "true", "true", true)]
    [InlineData("Bool", "false", "true", false)]
    [InlineData("Null", null, "true", true)]
    [InlineData("Null", "a", "true", false)]
    [InlineData("Null", "a", "\"false\"", true)]
    [InlineData("NumericLessThanEquals", "5", "5", true)]
    [InlineData("NumericGreaterThan", "5", "5", false)]
    [InlineData("DateGreaterThan", "2026-03-01T12:00:00Z", "\"2026-03-01T11:00:00Z\"", true)]
    [InlineData("DateLessThan", "2026-03-01T12:00:00Z", "\"1700000000\"", false)]
    [InlineData("ForAnyValue:StringEquals", null, "\"a\"", false)]
    [InlineData("ForAllValues:StringEquals", null, "\"a\"", true)]
    public void A_condition_operator_decides(string test, string? given, string wanted, bool holds) =>
        Identity(
            $$$"""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"{{{test}}}":{"aws:Key":{{{wanted}}} } } }""",
            new("a:B", "*", given is null ? RequestContext.Empty : Context("AWS:key", given)))
        .ShouldBe(holds ? Verdict.Allowed : Verdict.Silent);

    [Theory]
    [InlineData("\"*\"", "Allowed")]
    [InlineData("""{"AWS":"*"}""", "Allowed")]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:role/R"}""", "Allowed")]
    [InlineData("""{"AWS":"arn:aws:sts::123456789012:assumed-role/R/S"}""", "Allowed")]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:role/other"}""", "Silent")]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:root"}""", "Delegated")]
    [InlineData("""{"AWS":"123456789012"}""", "Delegated")]
    [InlineData("""{"AWS":"arn:aws:iam::210987654321:root"}""", "Silent")]
    [InlineData("""{"Service":"lambda.amazonaws.com"}""", "Silent")]
    public void A_resource_policy_names_its_principals(string principal, string verdict) =>
        PolicyEvaluation.Resource(
            [Policy($$"""{"Effect":"Allow","Action":"*","Resource":"*","Principal":{{principal}} }""")], Role, new("a:B", "*", RequestContext.Empty))
        .ToString().ShouldBe(verdict);

    [Theory]
    [InlineData("{", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2020-01-01","Statement":[]}""", "valid version")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Colour":"red"}}""", "Colour")]
    [InlineData("""{"Statement":{"Effect":"Allow","Resource":"*"}}""", "must contain actions")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}}""", "IpAddress")]
    public void What_cannot_be_enforced_is_no_policy(string text, string problem) => PolicySyntax.Read(text).Problem.ShouldNotBeNull().ShouldContain(problem);

    private static Verdict Identity(string statement, AccessQuestion question) => PolicyEvaluation.Identity([Policy(statement)], question);

    private static PolicyDocument Policy(string statement) => PolicySyntax.Read($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""").Document!;

    private static RequestContext Context(string key, string value) => RequestContext.Of([new(key, value)]);
}
