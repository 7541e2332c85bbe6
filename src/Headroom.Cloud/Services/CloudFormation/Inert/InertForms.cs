using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation.Inert;

/// <summary>The inert types that stacks around ECS declare, with ids and attributes of AWS's own form.</summary>
internal static class InertForms
{
    private static readonly Dictionary<string, InertForm> Known = new(StringComparer.Ordinal)
    {
        ["AWS::EC2::VPC"] = new(Id("vpc"), Vpc),
        ["AWS::EC2::Subnet"] = new(Id("subnet"), Subnet),
        ["AWS::EC2::RouteTable"] = Simple("rtb", "RouteTableId"),
        ["AWS::EC2::SubnetRouteTableAssociation"] = Simple("rtbassoc", "Id"),
        ["AWS::EC2::Route"] = new(request => $"{Text(request, "RouteTableId")}|{Text(request, "DestinationCidrBlock")}", None),
        ["AWS::EC2::EIP"] = new(request => $"203.0.113.{1 + request.Step.Ids.NextInt(254)}", ElasticIp),
        ["AWS::EC2::NatGateway"] = Simple("nat", "NatGatewayId"),
        ["AWS::EC2::InternetGateway"] = Simple("igw", "InternetGatewayId"),
        ["AWS::EC2::VPCGatewayAttachment"] = new(request => $"IGW|{Text(request, "VpcId")}", None),
        ["AWS::EC2::SecurityGroup"] = new(Id("sg"), SecurityGroup),
        ["AWS::EC2::SecurityGroupIngress"] = Simple("sgr", "Id"),
        ["AWS::EC2::SecurityGroupEgress"] = Simple("sgr", "Id"),
        ["AWS::EC2::VPCEndpoint"] = Simple("vpce", "Id"),
        ["AWS::EC2::NetworkAcl"] = Simple("acl", "Id"),
        ["AWS::EC2::FlowLog"] = Simple("fl", "Id"),
        ["AWS::EC2::LaunchTemplate"] = Simple("lt", "LaunchTemplateId"),
        ["AWS::EC2::Instance"] = Simple("i", "InstanceId"),
        ["AWS::KMS::Key"] = new(
            request => request.Step.Ids.NextUuid(),
            (request, id) => new() { ["KeyId"] = id, ["Arn"] = InertArns.Of(request.Step.Settings, "AWS::KMS::Key", id) }),
        ["AWS::KMS::Alias"] = new(request => Text(request, "AliasName"), None),
        ["AWS::CDK::Metadata"] = new(request => request.Step.Ids.NextUuid(), None),
    };

    /// <summary>The form of every other type: a generated name.</summary>
    internal static InertForm Generated { get; } = new(request => request.GeneratedName(), None);

    internal static InertForm? Find(string type) => Known.GetValueOrDefault(type);

    private static InertForm Simple(string prefix, string attribute) => new(Id(prefix), (_, id) => new() { [attribute] = id });

    private static Func<ResourceRequest, string> Id(string prefix) => request => NewId(request, prefix);

    private static string NewId(ResourceRequest request, string prefix) => $"{prefix}-0{request.Step.Ids.NextHex(16)}";

    // What comes with a resource has its id under another prefix, so that an update finds it again.
    private static string Companion(string prefix, string id) => $"{prefix}-{id.Split('-', '.')[^1].PadLeft(17, '0')}";

    private static string Text(ResourceRequest request, string property) => request.Properties[property]?.ToString() ?? "";

    private static Dictionary<string, JsonNode?> None(ResourceRequest request, string id) => [];

    private static Dictionary<string, JsonNode?> Vpc(ResourceRequest request, string id) => new()
    {
        ["VpcId"] = id,
        ["CidrBlock"] = Text(request, "CidrBlock"),
        ["CidrBlockAssociations"] = new JsonArray(),
        ["Ipv6CidrBlocks"] = new JsonArray(),
        ["DefaultNetworkAcl"] = Companion("acl", id),
        ["DefaultSecurityGroup"] = Companion("sg", id),
    };

    private static Dictionary<string, JsonNode?> Subnet(ResourceRequest request, string id) => new()
    {
        ["SubnetId"] = id,
        ["VpcId"] = Text(request, "VpcId"),
        ["CidrBlock"] = Text(request, "CidrBlock"),
        ["AvailabilityZone"] = request.Properties["AvailabilityZone"]?.ToString() ?? request.Step.Settings.Region + "a",
        ["NetworkAclAssociationId"] = Companion("aclassoc", id),
        ["Ipv6CidrBlocks"] = new JsonArray(),
    };

    private static Dictionary<string, JsonNode?> ElasticIp(ResourceRequest request, string id) =>
        new() { ["PublicIp"] = id, ["AllocationId"] = Companion("eipalloc", id) };

    private static Dictionary<string, JsonNode?> SecurityGroup(ResourceRequest request, string id) =>
        new() { ["GroupId"] = id, ["Id"] = id, ["VpcId"] = Text(request, "VpcId") };
}
