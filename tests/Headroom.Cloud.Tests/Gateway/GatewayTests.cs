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

    private static HttpRequestMessage Json(string target, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        return request;
    }
}
