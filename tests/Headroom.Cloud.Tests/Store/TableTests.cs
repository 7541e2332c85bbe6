using Headroom.Cloud.Store;

namespace Headroom.Cloud.Tests.Store;

public class TableTests
{
    private static readonly TableName<string> Name = new("letters");
    private readonly RecordStore _store = new(new MemoryStorage());

    [Fact]
    public void Records_come_in_the_order_of_their_keys_whether_they_were_put_before_or_after_somebody_first_asked()
    {
        Put("c", "a");
        _store.Table(Name).All.ShouldBe(["a", "c"]);

        Put("d", "b", "c");

        _store.Table(Name).All.ShouldBe(["a", "b", "c", "d"]);
        _store.Table(Name).Page("", "a", 2).Select(record => record.Key).ShouldBe(["b", "c"]);
    }

    [Fact]
    public void What_is_removed_or_undone_has_no_place_in_the_order()
    {
        Put("b", "a", "c");
        _store.Table(Name).WithPrefix("b").ShouldBe(["b"]);
        var mark = _store.Journal.Mark;
        Put("bb");
        _store.Table(Name).Remove("a");

        _store.Table(Name).All.ShouldBe(["b", "bb", "c"]);

        _store.Journal.UndoTo(mark);
        _store.Table(Name).All.ShouldBe(["a", "b", "c"]);
        _store.Table(Name).WithPrefix("b").ShouldBe(["b"]);
    }

    private void Put(params string[] keys)
    {
        foreach (var key in keys)
        {
            _store.Table(Name).Put(key, key);
        }
    }
}
