using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>What happens by itself: the client token of a transaction is forgotten after ten minutes.</summary>
internal static class DynamoDbDynamics
{
    public static void Woken(Step step, string clientToken) => step.Table(DynamoDbState.Transactions).Remove(clientToken);
}
