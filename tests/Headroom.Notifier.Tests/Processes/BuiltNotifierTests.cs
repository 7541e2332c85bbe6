namespace Headroom.Notifier.Tests.Processes;

/// <summary>The plain .NET build, as <c>dotnet build</c> leaves it beside these tests.</summary>
public sealed class BuiltNotifierTests : NotifierProcessTests
{
    private protected override Task<string> BuildAsync() =>
        Task.FromResult(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bootstrap.exe" : "bootstrap"));
}
