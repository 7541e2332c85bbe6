using CsCheck;
using Headroom.Notifications.Contract;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Tests;

public sealed class ExecutionNameTests
{
    private const string MessageId = "95df01b4-ee98-5cb9-9903-4c221d41eb5e";

    [Fact]
    public void It_can_be_read() =>
        ExecutionName.For(new("shop", "checkout"), MessageId).ShouldBe($"checkout-{MessageId}-3d7128750af5efbf");

    [Fact]
    public void It_is_always_one_that_Step_Functions_takes() =>
        Gen.Select(Gen.String[1, 300], Gen.String[1, 300]).Sample((service, messageId) =>
        {
            var name = ExecutionName.For(new("shop", service), messageId);
            name.Length.ShouldBeInRange(1, 80);
            name.ShouldAllBe(character => char.IsAsciiLetterOrDigit(character) || character == '-' || character == '_');
        });

    [Fact]
    public void Another_message_another_service_or_another_cluster_has_another_name()
    {
        var longName = new string('s', 250);
        string[] names =
        [
            ExecutionName.For(new("shop", longName + "1"), MessageId),
            ExecutionName.For(new("shop", longName + "2"), MessageId),
            ExecutionName.For(new("media", longName + "1"), MessageId),
            ExecutionName.For(new("shop", longName + "1"), MessageId + "0"),
        ];
        names.ShouldBeUnique();
    }
}
