using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Gateway;

public sealed class GatewayTests
{
    [Fact]
    public async Task An_operation_that_the_cloud_does_not_have_is_answered_in_the_protocols_own_words_and_named()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0 });
        using var client = new HttpClient { BaseAddress = new(cloud.Settings.Endpoint) };

        using var json = await client.SendAsync(Json("AmazonEC2ContainerServiceV20141113.StartTask", "{}"));
        using var query = await client.PostAsync("/", new FormUrlEncodedContent([new("Action", "CreatePlatformApplication"), new("Version", "2010-03-31")]));

        json.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = JsonNode.Parse(await json.Content.ReadAsStringAsync())!;
        ((string?)error["__type"]).ShouldBe("UnknownOperationException");
        error.ToJsonString().ShouldContain("StartTask");
        query.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await query.Content.ReadAsStringAsync()).ShouldContain("CreatePlatformApplication");
    }

    [Fact]
    public async Task Two_clouds_cannot_have_one_port()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0 });

        await Should.ThrowAsync<IOException>(() => EmbeddedCloud.StartAsync(new() { Port = new Uri(cloud.Settings.Endpoint).Port }));
    }

    [Theory]
    [InlineData("GetTraffic", """{"Cluster":"c","Service":"s"}""", HttpStatusCode.BadRequest, "ServiceNotFoundException")]
    [InlineData("GetTraffic", "[]", HttpStatusCode.BadRequest, "ValidationException")]
    [InlineData("GetTraffic", "{}", HttpStatusCode.BadRequest, "ValidationException")]
    [InlineData("CreateCluster", "{}", HttpStatusCode.NotFound, "UnknownOperationException")]
    [InlineData("GetClock", "{}", HttpStatusCode.OK, null)]
    [InlineData("FastForward", """{"To":"2000-01-01T00:00:00Z"}""", HttpStatusCode.OK, null)]
    [InlineData("FastForward", """{"To":"9000-01-01T00:00:00Z"}""", HttpStatusCode.BadRequest, "ValidationException")]
    [InlineData("FastForward", "{}", HttpStatusCode.BadRequest, "ValidationException")]
    [InlineData("PutFargateQuota", """{"VirtualCpus":6}""", HttpStatusCode.OK, null)]
    public async Task What_AWS_has_no_API_for_is_reached_under_a_path_of_its_own(string operation, string body, HttpStatusCode status, string? code)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0 });
        using var client = new HttpClient { BaseAddress = new(cloud.Settings.Endpoint) };

        using var answer = await client.PostAsync($"/_headroom/{operation}", new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(status);
        ((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]).ShouldBe(code);
    }

    private static HttpRequestMessage Json(string target, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        return request;
    }
}
