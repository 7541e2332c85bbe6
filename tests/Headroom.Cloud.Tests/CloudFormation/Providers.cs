using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.CustomResources;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Tests.CloudFormation;

/// <summary>What functions that provide custom resources do.</summary>
internal static class Providers
{
    /// <summary>Does what a custom resource wishes, where it is one that asks.</summary>
    internal static void Agree(this TestCloud cloud, InvocationOrder order)
    {
        if (JsonNode.Parse(order.Payload) is JsonObject told && told["ResponseURL"] is not null)
        {
            cloud.Put(told, new JsonObject { ["Status"] = "SUCCESS", ["PhysicalResourceId"] = "agreed" }.ToJsonString());
        }
    }

    /// <summary>Puts an answer where the request says.</summary>
    internal static void Put(this TestCloud cloud, JsonObject told, string body) =>
        cloud.Call<PutObjectRequest, PutObjectResponse>("s3", "PutObject", ResponseBucket.Put((string)told["ResponseURL"]!, Encoding.UTF8.GetBytes(body)));
}
