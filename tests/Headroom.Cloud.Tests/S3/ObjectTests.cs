using System.Text;
using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Tests.S3;

public sealed class ObjectTests
{
    private readonly TestCloud _cloud = new();

    public ObjectTests() => _cloud.Call("s3", "CreateBucket", new() { ["Bucket"] = "bucket" });

    [Fact]
    public void An_object_comes_back_as_it_was_put()
    {
        var put = Put("a/b.txt", "hello");

        var got = Get("a/b.txt");
        Encoding.UTF8.GetString(got.Body!).ShouldBe("hello");
        got.ETag.ShouldBe(put.ETag);
        got.ETag.ShouldBe("\"5d41402abc4b2a76b9719d911017c592\"");
        got.ServerSideEncryption.ShouldBe("AES256");
        _cloud.Refused("s3", "GetObject", new() { ["Bucket"] = "bucket", ["Key"] = "none" }).Code.ShouldBe("NoSuchKey");
        _cloud.Refused("s3", "GetObject", new() { ["Bucket"] = "none", ["Key"] = "none" }).Code.ShouldBe("NoSuchBucket");
    }

    [Fact]
    public void A_copy_has_the_bytes_and_the_metadata_of_its_source()
    {
        _cloud.Call("s3", "PutObject", new() { ["Bucket"] = "bucket", ["Key"] = "a b", ["Body"] = Base64("hello"), ["Metadata"] = new JsonObject { ["by"] = "me" } });

        var copy = _cloud.Call("s3", "CopyObject", new() { ["Bucket"] = "bucket", ["Key"] = "copy", ["CopySource"] = "bucket/a%20b" });

        var got = Get("copy");
        Encoding.UTF8.GetString(got.Body!).ShouldBe("hello");
        got.Metadata!["by"].ShouldBe("me");
        ((string?)copy["CopyObjectResult"]!["ETag"]).ShouldBe(got.ETag);
    }

    [Theory]
    [InlineData("bucket/none", "NoSuchKey")]
    [InlineData("none/key", "NoSuchBucket")]
    [InlineData("bucket", "InvalidArgument")]
    [InlineData("/bucket/copy", "InvalidRequest")]
    public void A_copy_of_what_cannot_be_copied_is_refused(string source, string code) =>
        _cloud.Refused("s3", "CopyObject", new() { ["Bucket"] = "bucket", ["Key"] = "copy", ["CopySource"] = source }).Code.ShouldBe(code);

    [Fact]
    public void A_body_that_is_not_what_its_checksum_says_is_refused() => _cloud.Refused("s3", "PutObject", new()
    {
        ["Bucket"] = "bucket",
        ["Key"] = "k",
        ["Body"] = Base64("hello"),
        ["ChecksumSHA256"] = Base64("other"),
    }).Code.ShouldBe("BadDigest");

    [Theory]
    [InlineData("bytes=1-3", "ell", "bytes 1-3/5")]
    [InlineData("bytes=3-", "lo", "bytes 3-4/5")]
    [InlineData("bytes=-2", "lo", "bytes 3-4/5")]
    [InlineData("bytes=3-99", "lo", "bytes 3-4/5")]
    public void A_range_of_an_object_can_be_read(string range, string expected, string contentRange)
    {
        Put("k", "hello");

        var got = _cloud.Call<GetObjectRequest, GetObjectResponse>("s3", "GetObject", new() { Bucket = "bucket", Key = "k", Range = range });

        Encoding.UTF8.GetString(got.Body!).ShouldBe(expected);
        got.ContentRange.ShouldBe(contentRange);
    }

    [Fact]
    public void A_list_has_pages_prefixes_and_stands_in_key_order()
    {
        foreach (var key in new[] { "b", "a/2", "a/1", "c/1", "d" })
        {
            Put(key, "x");
        }

        var first = List(new() { Bucket = "bucket", Delimiter = "/", MaxKeys = 3 });
        var second = List(new() { Bucket = "bucket", Delimiter = "/", MaxKeys = 3, ContinuationToken = first.NextContinuationToken });

        first.CommonPrefixes!.Select(prefix => prefix.Prefix).ShouldBe(["a/", "c/"]);
        first.Contents!.Select(listed => listed.Key).ShouldBe(["b"]);
        first.IsTruncated.ShouldBe(true);
        second.Contents!.Select(listed => listed.Key).ShouldBe(["d"]);
        second.IsTruncated.ShouldBe(false);
        List(new() { Bucket = "bucket", Prefix = "a/" }).Contents!.Select(listed => listed.Key).ShouldBe(["a/1", "a/2"]);
    }

    [Fact]
    public void Parts_become_one_object_in_their_order()
    {
        var upload = _cloud.Call("s3", "CreateMultipartUpload", new() { ["Bucket"] = "bucket", ["Key"] = "big" })["UploadId"]!.GetValue<string>();
        var second = Part(upload, 2, "world");
        var first = Part(upload, 1, "hello ");

        _cloud.Call("s3", "CompleteMultipartUpload", new()
        {
            ["Bucket"] = "bucket",
            ["Key"] = "big",
            ["UploadId"] = upload,
            ["MultipartUpload"] = new JsonObject { ["Parts"] = new JsonArray(first, second) },
        })["ETag"]!.GetValue<string>().ShouldEndWith("-2\"");

        Encoding.UTF8.GetString(Get("big").Body!).ShouldBe("hello world");
        _cloud.Refused("s3", "AbortMultipartUpload", new() { ["Bucket"] = "bucket", ["Key"] = "big", ["UploadId"] = upload }).Code.ShouldBe("NoSuchUpload");
    }

    [Fact]
    public void A_bucket_with_objects_stays()
    {
        Put("k", "x");
        _cloud.Refused("s3", "DeleteBucket", new() { ["Bucket"] = "bucket" }).Code.ShouldBe("BucketNotEmpty");

        _cloud.Call("s3", "DeleteObject", new() { ["Bucket"] = "bucket", ["Key"] = "k" });
        _cloud.Call("s3", "DeleteBucket", new() { ["Bucket"] = "bucket" });

        _cloud.Refused("s3", "HeadBucket", new() { ["Bucket"] = "bucket" }).Code.ShouldBe("NoSuchBucket");
    }

    [Fact]
    public void The_first_version_of_a_listing_goes_on_after_its_marker_and_names_the_next_only_with_a_delimiter()
    {
        foreach (var key in new[] { "a", "b/1", "b/2", "c" })
        {
            Put(key, "text");
        }

        var first = ListOld(new() { Bucket = "bucket", Delimiter = "/", MaxKeys = 2 });
        var second = ListOld(new() { Bucket = "bucket", Delimiter = "/", Marker = first.NextMarker });

        first.Contents!.Select(stored => stored.Key).ShouldBe(["a"]);
        first.CommonPrefixes!.Select(common => common.Prefix).ShouldBe(["b/"]);
        (first.IsTruncated, first.NextMarker).ShouldBe((true, "b/"));
        second.Contents!.Select(stored => stored.Key).ShouldBe(["c"]);
        second.IsTruncated.ShouldBe(false);
        ListOld(new() { Bucket = "bucket", MaxKeys = 1 }).NextMarker.ShouldBeNull();
    }

    private ListObjectsResponse ListOld(ListObjectsRequest request) => _cloud.Call<ListObjectsRequest, ListObjectsResponse>("s3", "ListObjects", request);

    private PutObjectResponse Put(string key, string text) =>
        _cloud.Call<PutObjectRequest, PutObjectResponse>("s3", "PutObject", new() { Bucket = "bucket", Key = key, Body = Encoding.UTF8.GetBytes(text) });

    private GetObjectResponse Get(string key) => _cloud.Call<GetObjectRequest, GetObjectResponse>("s3", "GetObject", new() { Bucket = "bucket", Key = key });

    private ListObjectsV2Response List(ListObjectsV2Request request) => _cloud.Call<ListObjectsV2Request, ListObjectsV2Response>("s3", "ListObjectsV2", request);

    private JsonObject Part(string upload, int number, string text) => new()
    {
        ["PartNumber"] = number,
        ["ETag"] = _cloud.Call("s3", "UploadPart", new()
        {
            ["Bucket"] = "bucket",
            ["Key"] = "big",
            ["UploadId"] = upload,
            ["PartNumber"] = number,
            ["Body"] = Base64(text),
        })["ETag"]!.GetValue<string>(),
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
