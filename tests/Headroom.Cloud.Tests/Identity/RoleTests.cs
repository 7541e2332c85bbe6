using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Tests.Identity;

public sealed class RoleTests
{
    private const string LambdaTrust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    private const string AccountTrust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"}]}""";

    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_role_without_the_permission_is_refused_in_the_words_of_IAM()
    {
        Role("R", AccountTrust);
        _cloud.Caller = new Principal.AssumedRole("123456789012", "R", "arn:aws:iam::123456789012:role/R", "S");

        var refusal = _cloud.Refused("iam", "GetRole", new() { ["RoleName"] = "R" });

        refusal.Code.ShouldBe("AccessDenied");
        refusal.Message.ShouldBe(
            "User: arn:aws:sts::123456789012:assumed-role/R/S is not authorized to perform: iam:GetRole on resource: "
            + "arn:aws:iam::123456789012:role/R because no identity-based policy allows the iam:GetRole action");
    }

    [Fact]
    public void An_attached_policy_allows_and_an_inline_deny_wins()
    {
        Role("R", AccountTrust);
        var admin = _cloud.Caller;
        _cloud.Call("iam", "AttachRolePolicy", new() { ["RoleName"] = "R", ["PolicyArn"] = "arn:aws:iam::aws:policy/ReadOnlyAccess" });
        _cloud.Caller = new Principal.AssumedRole("123456789012", "R", "arn:aws:iam::123456789012:role/R", "S");
        _cloud.Call("iam", "GetRole", new() { ["RoleName"] = "R" });

        _cloud.Caller = admin;
        _cloud.Call("iam", "PutRolePolicy", new()
        {
            ["RoleName"] = "R",
            ["PolicyName"] = "no",
            ["PolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:*","Resource":"*"}]}""",
        });
        _cloud.Caller = new Principal.AssumedRole("123456789012", "R", "arn:aws:iam::123456789012:role/R", "S");

        _cloud.Refused("iam", "GetRole", new() { ["RoleName"] = "R" }).Message.ShouldEndWith("with an explicit deny in an identity-based policy");
    }

    [Fact]
    public void A_permissions_boundary_limits_what_the_policies_allow()
    {
        _cloud.Call("iam", "CreateRole", new()
        {
            ["RoleName"] = "R",
            ["AssumeRolePolicyDocument"] = AccountTrust,
            ["PermissionsBoundary"] = "arn:aws:iam::aws:policy/AmazonSQSFullAccess",
        });
        _cloud.Call("iam", "AttachRolePolicy", new() { ["RoleName"] = "R", ["PolicyArn"] = "arn:aws:iam::aws:policy/AdministratorAccess" });
        _cloud.Caller = new Principal.AssumedRole("123456789012", "R", "arn:aws:iam::123456789012:role/R", "S");

        _cloud.Refused("iam", "GetRole", new() { ["RoleName"] = "R" }).Message.ShouldContain("because no permissions boundary allows");
    }

    [Fact]
    public void A_role_is_assumed_by_those_whom_it_trusts()
    {
        Role("trusting", AccountTrust);
        Role("function", LambdaTrust);

        var assumed = _cloud.Call("sts", "AssumeRole", new()
        {
            ["RoleArn"] = "arn:aws:iam::123456789012:role/trusting",
            ["RoleSessionName"] = "me",
        });

        assumed["AssumedRoleUser"]!["Arn"]!.GetValue<string>().ShouldBe("arn:aws:sts::123456789012:assumed-role/trusting/me");
        _cloud.Apply(step =>
        {
            var issued = Credentials.Find(step, assumed["Credentials"]!["AccessKeyId"]!.GetValue<string>()).ShouldNotBeNull();
            issued.Principal.Arn.ShouldBe("arn:aws:sts::123456789012:assumed-role/trusting/me");
            issued.Expiration.ShouldBe(step.Now.AddHours(1));
        });
        _cloud.Refused("sts", "AssumeRole", new() { ["RoleArn"] = "arn:aws:iam::123456789012:role/function", ["RoleSessionName"] = "me" }).Code.ShouldBe("AccessDenied");
    }

    [Fact]
    public void A_service_takes_on_only_roles_that_name_it()
    {
        Role("function", LambdaTrust);

        _cloud.Apply(step =>
        {
            const string arn = "arn:aws:iam::123456789012:role/function";
            RoleSessions.Assume(step, arn, "lambda.amazonaws.com", "f").ShouldBeOfType<Outcome<Principal.AssumedRole>.Answered>()
                .Response.Arn.ShouldBe("arn:aws:sts::123456789012:assumed-role/function/f");
            RoleSessions.Assume(step, arn, "states.amazonaws.com", "m").ShouldBeOfType<Outcome<Principal.AssumedRole>.Refused>();
            RoleSessions.Assume(step, arn + "-gone", "lambda.amazonaws.com", "f").ShouldBeOfType<Outcome<Principal.AssumedRole>.Refused>();
        });
    }

    [Fact]
    public void A_role_needs_its_own_permission_where_the_trust_names_the_account()
    {
        Role("from", AccountTrust);
        Role("to", AccountTrust);
        var request = new JsonObject { ["RoleArn"] = "arn:aws:iam::123456789012:role/to", ["RoleSessionName"] = "me" };
        _cloud.Caller = new Principal.AssumedRole("123456789012", "from", "arn:aws:iam::123456789012:role/from", "S");

        _cloud.Refused("sts", "AssumeRole", request).Message.ShouldContain("no identity-based policy allows the sts:AssumeRole action");
    }

    [Fact]
    public void Anybody_may_ask_who_he_is()
    {
        _cloud.Caller = new Principal.AssumedRole("123456789012", "R", "arn:aws:iam::123456789012:role/R", "S");

        _cloud.Call("sts", "GetCallerIdentity", [])["Arn"]!.GetValue<string>().ShouldBe("arn:aws:sts::123456789012:assumed-role/R/S");
    }

    [Fact]
    public void An_AWS_managed_policy_that_the_cloud_does_not_have_is_refused_by_name()
    {
        Role("R", AccountTrust);

        var refusal = _cloud.Refused("iam", "AttachRolePolicy", new() { ["RoleName"] = "R", ["PolicyArn"] = "arn:aws:iam::aws:policy/AmazonNeptuneFullAccess" });

        refusal.Code.ShouldBe("NoSuchEntity");
        refusal.Message.ShouldContain("AmazonNeptuneFullAccess");
    }

    private void Role(string name, string trust) =>
        _cloud.Call("iam", "CreateRole", new() { ["RoleName"] = name, ["AssumeRolePolicyDocument"] = trust });
}
