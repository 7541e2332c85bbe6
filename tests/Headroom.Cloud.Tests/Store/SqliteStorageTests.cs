using Headroom.Cloud.Store;

namespace Headroom.Cloud.Tests.Store;

public sealed class SqliteStorageTests : IDisposable
{
    private static readonly TableName<string> Notes = new("notes");
    private static readonly TableName<string> Passing = new("passing") { Kept = false };
    private readonly string _directory = Directory.CreateTempSubdirectory("headroom-").FullName;

    [Fact]
    public void What_a_step_wrote_is_there_for_the_next_cloud()
    {
        Change(store =>
        {
            store.Table(Notes).Put("a", "first");
            store.Table(Notes).Put("a", "second");
            store.Table(Notes).Put("b", "gone soon");
            store.Table(Passing).Put("c", "not kept");
        });
        Change(store => store.Table(Notes).Remove("b"));

        Change(store =>
        {
            store.Table(Notes).All.ShouldBe(["second"]);
            store.Table(Passing).All.ShouldBeEmpty();
        });
    }

    [Fact]
    public void A_folder_belongs_to_one_cloud_at_a_time()
    {
        using var first = SqliteStorage.Open(_directory);

        Should.Throw<IOException>(() => SqliteStorage.Open(_directory)).Message.ShouldContain("is another cloud running on it?");
    }

    [Fact]
    public async Task A_folder_belongs_to_the_Region_that_its_ARNs_name()
    {
        await using (await EmbeddedCloud.StartAsync(new() { Port = 0, DataDirectory = _directory }))
        {
        }

        (await Should.ThrowAsync<DataDirectoryException>(() => EmbeddedCloud.StartAsync(new() { Port = 0, DataDirectory = _directory, Region = "eu-west-1" }))).Message
            .ShouldContain("in us-east-1, not in eu-west-1");
        await using var again = await EmbeddedCloud.StartAsync(new() { Port = 0, DataDirectory = _directory });
        again.Settings.Region.ShouldBe("us-east-1");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private void Change(Action<RecordStore> change)
    {
        using var storage = SqliteStorage.Open(_directory);
        var store = new RecordStore(storage);
        change(store);
        store.Commit();
    }
}
